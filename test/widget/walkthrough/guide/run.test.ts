import { describe, expect, it } from 'vitest';
import type { Advance, Guide, GuideStep } from '../../../../content/schema/guide.ts';
import {
  act,
  back,
  begin,
  beginAfter,
  dueAt,
  look,
  mayGoOn,
  next,
  type Run,
  restart,
  type Sight,
  skip,
  type World,
} from '../../../../widget/walkthrough/guide/run.ts';

const step = (id: string, rest: Partial<GuideStep> = {}): GuideStep => ({
  id,
  advance: { by: 'next' },
  skip: false,
  ...rest,
});
const by = (advance: Advance) => ({ advance });
const guideOf = (...steps: GuideStep[]): Guide => ({ start: '/', steps });

/** A page whose every answer is given. */
const world = (now: number, seen: Sight = 'there', { reached = false, holds = [] as string[] } = {}): World => ({
  now,
  sight: () => seen,
  reached: () => reached,
  holds: ({ route = '' }) => holds.includes(route),
});

const two = guideOf(step('a'), step('b'));
const here = (guide: Guide, at = 0): Run => look(guide, begin(at, 0), world(0));

describe('a step that is there', () => {
  it('can be done at once, and is over when the person says so', () => {
    const run = here(two);
    expect(run).toMatchObject({ phase: 'here', wait: 'none' });
    expect(mayGoOn(two, run, world(0))).toBe(true);
    expect(next(two, run, world(10))).toMatchObject({ at: 1, phase: 'arriving', done: ['a'], path: [0] });
  });
  it('ends the walkthrough when it was the last', () => {
    expect(next(two, here(two, 1), world(10))).toMatchObject({ phase: 'over', done: ['b'] });
  });
  it('that waits for a press is over with it and not before', () => {
    const guide = guideOf(step('a', by({ by: 'click' })), step('b'));
    const run = here(guide);
    expect(mayGoOn(guide, run, world(0))).toBe(false);
    expect(next(guide, run, world(0))).toBe(run);
    expect(act(guide, run, world(0))).toMatchObject({ at: 1 });
  });
  it('that waits for a value is over with a valid one, and may be called done as soon as it is valid', () => {
    const guide = guideOf(step('a', by({ by: 'input' })), step('b'));
    const run = here(guide);
    const valid = world(0, 'there', { reached: true });
    expect(act(guide, run, world(0))).toBe(run);
    expect(mayGoOn(guide, run, valid)).toBe(true);
    expect(look(guide, run, valid)).toMatchObject({ at: 0, phase: 'here' });
    expect(act(guide, run, valid)).toMatchObject({ at: 1 });
  });
  it('that waits for the page is over when the page is so', () => {
    const guide = guideOf(step('a', by({ by: 'route', route: '/x' })), step('b'));
    const run = here(guide);
    expect(look(guide, run, world(5, 'missing' as Sight, { reached: true }))).toMatchObject({ at: 1, done: ['a'] });
  });
});

describe('a step that is not there', () => {
  const missing = (now: number) => world(now, 'anchor-missing');
  it('says nothing for 300 ms, then looks, and is blocked with its reason after 6 s', () => {
    const first = look(two, begin(0, 0), missing(0));
    expect(first).toMatchObject({ wait: 'quiet', phase: 'arriving' });
    expect(dueAt(first)).toBe(300);
    const looking = look(two, first, missing(300));
    expect(looking).toMatchObject({ wait: 'looking' });
    expect(dueAt(looking)).toBe(6_000);
    expect(look(two, looking, missing(5_999))).toMatchObject({ wait: 'looking' });
    const blocked = look(two, looking, missing(6_000));
    expect(blocked).toMatchObject({ wait: 'blocked', reason: 'anchor-missing', at: 0 });
    expect(dueAt(blocked)).toBeUndefined();
  });
  it.each(['covered', 'condition-failed', 'elsewhere'] as const)('is blocked as %s', (reason) => {
    expect(look(two, begin(0, 0), world(6_000, reason))).toMatchObject({ wait: 'blocked', reason });
  });
  it('recovers when it comes late, even when it was given up', () => {
    const blocked = look(two, begin(0, 0), missing(6_000));
    expect(look(two, blocked, world(9_000))).toMatchObject({ phase: 'here', wait: 'none' });
    expect(look(two, blocked, world(9_000)).reason).toBeUndefined();
  });
  it('cannot be called done, and is left out only where it may be', () => {
    const blocked = look(two, begin(0, 0), missing(6_000));
    expect(next(two, blocked, missing(7_000))).toBe(blocked);
    expect(skip(two, blocked, missing(7_000))).toBe(blocked);
    const guide = guideOf(step('a', { skip: true }), step('b'));
    expect(skip(guide, blocked, missing(7_000))).toMatchObject({ at: 1, done: [] });
  });
  it('is looked for anew when it goes while it is shown', () => {
    const gone = look(two, here(two), missing(20_000));
    expect(gone).toMatchObject({ phase: 'arriving', wait: 'quiet', since: 20_000 });
    expect(look(two, gone, missing(26_000))).toMatchObject({ wait: 'blocked' });
  });
});

describe('what has to be so after a step', () => {
  const guide = guideOf(step('a', { after: { route: '/saved' } }), step('b'));
  it('is waited for, and blocks as a condition', () => {
    const left = next(guide, here(guide), world(100));
    expect(left).toMatchObject({ phase: 'leaving', wait: 'quiet', at: 0, done: [] });
    expect(look(guide, left, world(6_100))).toMatchObject({ wait: 'blocked', reason: 'condition-failed', done: [] });
  });
  it('lets the next step begin whenever it comes', () => {
    const left = look(guide, next(guide, here(guide), world(100)), world(9_000));
    expect(look(guide, left, world(9_500, 'there', { holds: ['/saved'] }))).toMatchObject({ at: 1, done: ['a'] });
  });
  it('is waited for on the page that the step led to', () => {
    const led = world(0, 'anchor-missing', { holds: ['/saved'] });
    expect(look(guide, beginAfter(0, 0), led)).toMatchObject({ at: 1, done: ['a'] });
  });
});

describe('a branch', () => {
  const guide = guideOf(
    step('a', {
      branch: [
        { when: { route: '/x' }, to: 'c' },
        { when: { route: '/y' }, to: 'b' },
      ],
    }),
    step('b'),
    step('c'),
  );
  it('leads to the first whose condition holds, else to the next step', () => {
    expect(next(guide, here(guide), world(0, 'there', { holds: ['/x', '/y'] }))).toMatchObject({ at: 2 });
    const left = next(guide, here(guide), world(0));
    expect(left).toMatchObject({ at: 0, phase: 'leaving', wait: 'quiet' });
    expect(look(guide, left, world(300))).toMatchObject({ at: 1 });
  });
  it('waits for the page to show which way it goes, for as long as the next step cannot begin', () => {
    const left = next(guide, here(guide), world(0));
    expect(look(guide, left, world(50, 'there', { holds: ['/x'] }))).toMatchObject({ at: 2 });
    const waiting = look(guide, left, world(3_000, 'anchor-missing'));
    expect(waiting).toMatchObject({ at: 0, phase: 'leaving', wait: 'looking' });
    expect(look(guide, waiting, world(3_100, 'anchor-missing', { holds: ['/x'] }))).toMatchObject({ at: 2 });
    expect(look(guide, waiting, world(3_100))).toMatchObject({ at: 1 });
    expect(look(guide, waiting, world(6_000, 'anchor-missing'))).toMatchObject({ at: 1, phase: 'arriving' });
  });
  it('does not wait long at the end, where nothing could begin', () => {
    const last = guideOf(step('a'), step('b', { branch: [{ when: { route: '/x' }, to: 'a' }] }));
    const left = next(last, here(last, 1), world(0));
    expect(look(last, left, world(300))).toMatchObject({ phase: 'over' });
  });
  it('is gone back as it was come', () => {
    const run = next(guide, here(guide), world(0, 'there', { holds: ['/x'] }));
    expect(back(two, run, world(0))).toMatchObject({ at: 0, path: [] });
  });
});

describe('the way back', () => {
  const guide = guideOf(step('a', by({ by: 'route', route: '/x' })), step('b'));
  const reached = (now: number) => world(now, 'there', { reached: true });
  it('stays at a step that is over already, until it was not for a moment', () => {
    const returned = look(guide, back(guide, look(guide, here(guide), reached(0)), reached(1)), reached(2));
    expect(returned).toMatchObject({ at: 0, phase: 'here' });
    expect(mayGoOn(guide, returned, reached(3))).toBe(true);
    const again = look(guide, look(guide, returned, world(4)), reached(5));
    expect(again).toMatchObject({ at: 1 });
  });
  it('ends at the first step', () => {
    const run = here(guide);
    expect(back(two, run, world(0))).toBe(run);
  });
  it('may begin anew', () => {
    expect(restart(two, next(two, here(two), world(0)), world(50))).toMatchObject({
      at: 0,
      phase: 'arriving',
      path: [],
    });
  });
  it('begins anew at the first step also where what it led to is there from the last time', () => {
    const again = restart(guide, here(guide), reached(0));
    expect(look(guide, look(guide, again, reached(1)), reached(2))).toMatchObject({ at: 0, phase: 'here' });
  });
  it('has done nothing yet where it begins anew after its end', () => {
    expect(restart(two, next(two, here(two, 1), world(0)), world(1)).done).toEqual([]);
    expect(restart(two, next(two, here(two), world(0)), world(1)).done).toEqual(['a']);
  });
  it('lets a step that was done be called done again', () => {
    const pressed = guideOf(step('a', by({ by: 'click' })), step('b'));
    const run = look(pressed, back(pressed, act(pressed, here(pressed), world(0)), world(1)), world(1));
    expect(mayGoOn(pressed, run, world(1))).toBe(true);
  });
});
