import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StartedClock } from '../../../api/routing/clock.ts';
import { type ClockEvent, type Clocks, clocks } from '../../../api/routing/clocks.ts';
import type { Promised } from '../../../api/routing/deadline.ts';
import { businessCalendar } from '../../../content/schema/business-calendar.ts';
import { slaPolicy, type Target } from '../../../content/schema/sla-policy.ts';
import { SlowCalendar, WallClock } from './wall-clock.ts';

const day = ['09:00-17:00'];
const calendar = businessCalendar.parse({
  id: 'office',
  timeZone: 'Europe/Berlin',
  hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
});
const targetOf = (target: object): Target =>
  slaPolicy.parse({ id: 'all', targets: { low: target, normal: target, high: target, urgent: target } }).targets.normal;
const promise = (target: object): Promised => ({ target: targetOf(target), calendar });
const normal = promise({ firstReply: '4h', nextReply: '2h', resolution: '16h' });

/** A Monday in Berlin, unless the text names a day. */
const at = (text: string): number => Date.parse(text.includes('T') ? text : `2026-11-30T${text}:00+01:00`);
const asks = (text: string): ClockEvent => ({ kind: 'requester-message', at: at(text) });
const replies = (text: string): ClockEvent => ({ kind: 'agent-reply', at: at(text) });
const becomes = (status: 'open' | 'pending' | 'on-hold' | 'solved' | 'closed', text: string): ClockEvent => ({
  kind: 'status',
  status,
  at: at(text),
});
const promises = (target: object, text: string): ClockEvent => ({
  kind: 'retarget',
  promised: promise(target),
  at: at(text),
});
const seen = (events: ClockEvent[], now: string, promised = normal): Clocks => clocks(promised, events, at(now));
const started = (clock: Clocks[keyof Clocks]): StartedClock => {
  if (Array.isArray(clock) || clock.state === 'none') throw new Error('The clock has not started.');
  return clock;
};

describe('the clock of the first reply', () => {
  test('has not started before the requester has written', () => {
    expect(seen([replies('09:00')], '10:00').firstReply).toEqual({ state: 'none' });
  });

  test('runs from the first message, and tells its share, its due time and what comes next', () => {
    expect(seen([asks('10:00'), asks('11:00')], '13:00').firstReply).toEqual({
      state: 'running',
      startedAt: at('10:00'),
      dueAt: at('14:00'),
      breached: false,
      used: 0.75,
      remainingMinutes: 60,
      warnings: [
        { percent: 50, at: at('12:00') },
        { percent: 75, at: at('13:00') },
      ],
      next: { percent: 100, at: at('14:00') },
    });
  });

  test('is stopped by a person and by no machine', () => {
    const machine: ClockEvent = { kind: 'automatic-reply', at: at('10:01') };
    expect(seen([asks('10:00'), machine], '12:00').firstReply.state).toBe('running');
    const { state, fulfilledAt, dueAt, used, breached, next } = started(
      seen([asks('10:00'), machine, replies('11:00')], '16:00').firstReply,
    );
    expect({ state, fulfilledAt, dueAt, used, breached, next }).toEqual({
      state: 'fulfilled',
      fulfilledAt: at('11:00'),
      dueAt: at('14:00'),
      used: 0.25,
      breached: false,
      next: undefined,
    });
  });

  test('is kept by a reply at the last instant and broken by one a millisecond later', () => {
    const replied = (late: number) =>
      started(clocks(normal, [asks('10:00'), { kind: 'agent-reply', at: at('14:00') + late }], at('15:00')).firstReply);
    expect(replied(0).breached).toBe(false);
    expect(replied(1)).toMatchObject({ breached: true, breachedAt: at('14:00'), state: 'fulfilled' });
  });

  test('is broken at the due instant when nobody has replied', () => {
    expect(started(seen([asks('10:00')], '14:00').firstReply)).toMatchObject({
      state: 'running',
      breached: true,
      breachedAt: at('14:00'),
      remainingMinutes: 0,
      used: 1,
      next: undefined,
    });
  });

  test('is broken over a weekend in which clocks change, in either direction', () => {
    for (const [friday, monday] of [
      ['2026-03-27T15:00:00+01:00', '2026-03-30T11:00:00+02:00'],
      ['2026-10-23T15:00:00+02:00', '2026-10-26T11:00:00+01:00'],
    ] as const) {
      const soon = new Date(at(monday) - 1).toISOString();
      expect(started(seen([asks(friday)], soon).firstReply)).toMatchObject({ breached: false, dueAt: at(monday) });
      expect(started(seen([asks(friday)], monday).firstReply)).toMatchObject({
        breached: true,
        breachedAt: at(monday),
      });
    }
  });

  test('does not wait because an agent only set a status', () => {
    const { state, dueAt } = started(seen([asks('10:00'), becomes('pending', '11:00')], '13:00').firstReply);
    expect({ state, dueAt }).toEqual({ state: 'running', dueAt: at('14:00') });
  });

  test('pauses while the ticket is solved, and goes on with what was left', () => {
    const solved = [asks('10:00'), becomes('solved', '11:00')];
    const paused = started(seen(solved, '16:00').firstReply);
    expect(paused).toMatchObject({ state: 'paused', dueAt: undefined, remainingMinutes: 180, breached: false });
    expect(started(seen([...solved, asks('13:00')], '13:00').firstReply).dueAt).toBe(at('16:00'));
  });
});

describe('the clock of the next reply', () => {
  const answered = [asks('09:00'), replies('09:30')];

  test('starts when the requester writes after a reply, and not again when they write more', () => {
    expect(seen(answered, '10:00').nextReply).toEqual({ state: 'none' });
    const { startedAt, dueAt } = started(seen([...answered, asks('10:00'), asks('11:00')], '11:30').nextReply);
    expect({ startedAt, dueAt }).toEqual({ startedAt: at('10:00'), dueAt: at('12:00') });
  });

  test('does not start while the first reply is owed', () => {
    expect(seen([asks('09:00'), asks('10:00')], '11:00').nextReply).toEqual({ state: 'none' });
  });

  test('is stopped by a reply, and starts anew with the next question', () => {
    const events = [...answered, asks('10:00'), replies('12:30'), replies('12:40'), asks('13:00')];
    const { nextReply, pastReplies } = seen(events, '13:30');
    expect(started(nextReply)).toMatchObject({ state: 'running', startedAt: at('13:00'), breached: false });
    expect(pastReplies).toMatchObject([{ state: 'fulfilled', fulfilledAt: at('12:30'), breachedAt: at('12:00') }]);
  });
});

describe('the clock of the resolution', () => {
  test('is none when nothing is promised', () => {
    expect(seen([asks('09:00')], '10:00', promise({ firstReply: '1h' })).resolution).toEqual({ state: 'none' });
  });

  test('pauses while the ticket is pending or on hold, with no due time and the minutes that are left', () => {
    for (const status of ['pending', 'on-hold'] as const) {
      const events = [asks('09:00'), becomes(status, '11:00')];
      expect(started(seen(events, '16:00').resolution)).toMatchObject({
        state: 'paused',
        dueAt: undefined,
        next: undefined,
        remainingMinutes: 14 * 60,
        used: 0.125,
      });
      const resumed = started(seen([...events, becomes('open', '16:00')], '16:00').resolution);
      expect(resumed).toMatchObject({ state: 'running', dueAt: at('2026-12-02T14:00:00+01:00') });
    }
  });

  test('goes on when the requester answers a pending ticket, but not one on hold', () => {
    const state = (status: 'pending' | 'on-hold') =>
      seen([asks('09:00'), becomes(status, '11:00'), asks('12:00')], '13:00').resolution.state;
    expect(state('pending')).toBe('running');
    expect(state('on-hold')).toBe('paused');
  });

  test('is fulfilled when the ticket is solved, and stays so when it is closed', () => {
    const events = [asks('09:00'), becomes('solved', '11:00'), becomes('closed', '12:00')];
    expect(started(seen(events, '13:00').resolution)).toMatchObject({ state: 'fulfilled', fulfilledAt: at('11:00') });
  });

  test('goes on with what was left when a solved ticket is reopened', () => {
    const events = [asks('09:00'), becomes('solved', '11:00'), becomes('open', '15:00')];
    expect(started(seen(events, '16:00').resolution)).toMatchObject({
      state: 'running',
      fulfilledAt: undefined,
      startedAt: at('09:00'),
      remainingMinutes: 13 * 60,
    });
  });
});

describe('a promise that is changed', () => {
  test('counts from the original start', () => {
    const { dueAt, used } = started(seen([asks('10:00'), promises({ firstReply: '2h' }, '11:00')], '11:30').firstReply);
    expect({ dueAt, used }).toEqual({ dueAt: at('12:00'), used: 0.75 });
  });

  test('is broken when it is made, not before, when its time had already passed', () => {
    const { dueAt, breachedAt, warnings } = started(
      seen([asks('10:00'), promises({ firstReply: '30m' }, '12:30')], '13:00').firstReply,
    );
    expect({ dueAt, breachedAt }).toEqual({ dueAt: at('10:30'), breachedAt: at('12:30') });
    // Half of four hours was reached at noon, and is not reached twice.
    expect(warnings).toEqual([
      { percent: 50, at: at('12:00') },
      { percent: 75, at: at('12:30') },
      { percent: 100, at: at('12:30') },
    ]);
  });

  test('takes back warnings when it is longer, and no breach', () => {
    const events = [asks('09:00'), promises({ firstReply: '8h' }, '13:30')];
    const { breached, breachedAt, dueAt, warnings, next } = started(seen(events, '13:30').firstReply);
    expect({ breached, breachedAt, dueAt }).toEqual({ breached: true, breachedAt: at('13:00'), dueAt: at('17:00') });
    expect(warnings).toEqual([{ percent: 50, at: at('11:00') }]);
    expect(next).toEqual({ percent: 75, at: at('15:00') });
  });

  test('leaves a reply alone that was given before', () => {
    const events = [asks('10:00'), replies('11:00'), promises({ firstReply: '30m' }, '12:00')];
    expect(started(seen(events, '13:00').firstReply)).toMatchObject({ breached: false, dueAt: at('14:00') });
  });

  test('holds for a resolution that is reopened after it', () => {
    const events = [
      asks('09:00'),
      becomes('solved', '10:00'),
      promises({ firstReply: '1h', resolution: '3h' }, '11:00'),
      becomes('open', '12:00'),
    ];
    expect(started(seen(events, '12:00').resolution)).toMatchObject({ dueAt: at('14:00'), breached: false });
  });

  test('may count in another calendar', () => {
    const aroundTheClock = promises({ firstReply: '4h', aroundTheClock: true }, '2026-11-30T16:30:00+01:00');
    expect(started(seen([asks('16:00'), aroundTheClock], '16:45').firstReply).dueAt).toBe(at('20:00'));
  });
});

describe('clocks of any ticket', () => {
  const minute = 60_000;
  const from = Date.parse('2026-10-22T06:00:00Z');
  const statuses = ['open', 'pending', 'on-hold', 'solved'] as const;
  const targets = [
    normal,
    promise({ firstReply: '30m', resolution: '3h' }),
    promise({ firstReply: '2h', aroundTheClock: true, resolution: '12h' }),
  ];
  const happening = fc.oneof(
    fc
      .constantFrom('requester-message' as const, 'agent-reply' as const, 'automatic-reply' as const)
      .map((kind) => ({ kind })),
    fc.constantFrom(...statuses).map((status) => ({ kind: 'status' as const, status })),
  );
  const changing = fc.oneof(
    { weight: 4, arbitrary: happening },
    { weight: 1, arbitrary: fc.constantFrom(...targets).map((promised) => ({ kind: 'retarget' as const, promised })) },
  );
  const story = <T>(kinds: fc.Arbitrary<T>) =>
    fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), kinds), { minLength: 1, maxLength: 12 }).map((steps) => {
      let now = from;
      return steps.map(([minutes, what]) => {
        now += minutes * minute;
        return { ...what, at: now };
      });
    });

  test('keep what they have told: breaches and their instants stay, and nothing is told of the future', () => {
    fc.assert(
      fc.property(
        story(changing),
        fc.array(fc.integer({ min: 0, max: 8_000 }), { minLength: 2, maxLength: 6 }),
        (events, minutes) => {
          let breachedAt: number | undefined;
          for (const plus of minutes.toSorted((one, other) => one - other)) {
            const now = from + plus * minute;
            const seen = clocks(normal, events, now).firstReply;
            if (seen.state === 'none') continue;
            if (breachedAt !== undefined) expect(seen.breachedAt).toBe(breachedAt);
            breachedAt = seen.breachedAt;
            for (const warning of seen.warnings) expect(warning.at).toBeLessThanOrEqual(now);
            if (seen.next) expect(seen.next.at).toBeGreaterThan(now);
            if (seen.dueAt !== undefined && seen.remainingMinutes > 0)
              expect(seen.dueAt).toBeGreaterThan(seen.startedAt);
            expect(seen.warnings.map(({ percent }) => percent)).toEqual([50, 75, 100].slice(0, seen.warnings.length));
          }
        },
      ),
      { seed: 4, numRuns: 2_000 },
    );
  });

  test('agree about the resolution with a walk through every minute', () => {
    const oracle = new SlowCalendar(calendar, new WallClock(calendar.timeZone));
    fc.assert(
      fc.property(story(happening), fc.integer({ min: 0, max: 9_000 }), (events, plus) => {
        const now = from + plus * minute;
        const seen = clocks(normal, events, now).resolution;
        const told = walked(events, now, oracle);
        expect(seen.state).toBe(told.isStarted ? told.state : 'none');
        if (seen.state === 'none') return;
        expect(seen.used * 16 * 60).toBeCloseTo(told.minutes, 6);
        // On a minute that is just used up the walk has not yet looked at what follows.
        if (told.minutes !== 16 * 60) expect(seen.breached).toBe(told.minutes > 16 * 60);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  function walked(events: { at: number; kind: string; status?: string }[], now: number, oracle: SlowCalendar) {
    let status = 'new';
    let isStarted = false;
    let minutes = 0;
    for (let at = from; at <= now; at += minute) {
      for (const event of events.filter((one) => one.at === at)) {
        if (event.status) status = event.status;
        if (event.kind === 'requester-message') {
          isStarted = true;
          if (status === 'pending' || status === 'solved') status = 'open';
        }
      }
      if (at < now && isStarted && (status === 'new' || status === 'open') && oracle.isOpen(at)) minutes += 1;
    }
    const state =
      status === 'solved' ? 'fulfilled' : status === 'pending' || status === 'on-hold' ? 'paused' : 'running';
    return { isStarted, minutes, state };
  }
});
