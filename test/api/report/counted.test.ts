import { describe, expect, test } from 'vitest';
import type { MeasureId } from '../../../api/contract/measure.ts';
import { measures } from '../../../api/contract/measure.ts';
import type { Figures } from '../../../api/contract/report.ts';
import {
  asks,
  at,
  becomes,
  created,
  merges,
  moves,
  numbersOf,
  parts,
  replies,
  spanFor,
  type Told,
  warned,
} from './ticket.ts';

type Expected = Partial<Record<MeasureId, number | undefined>>;
const readings = (figures: Figures): Record<string, number | undefined> =>
  Object.fromEntries(measures.map(({ id, read }) => [id, read(figures).value]));

interface Case {
  name: string;
  tickets: Told[][];
  total: Expected;
  /** By tier. */
  tiers?: Record<number, Expected>;
}

const everythingInTime = [
  created('2 09:00'),
  replies('2 10:00'),
  becomes('2 10:00', 'new', 'pending'),
  asks('3 09:00'),
  becomes('3 09:00', 'pending', 'open'),
  replies('3 09:30'),
  becomes('3 09:30', 'open', 'solved', 'answered'),
];

const cases: Case[] = [
  {
    name: 'nothing at all is no data, and never 0 %',
    tickets: [],
    total: {
      received: 0,
      solved: 0,
      open: 0,
      'first-reply-kept': undefined,
      'resolution-kept': undefined,
      'first-reply-clock-median': undefined,
      'first-reply-business-p90': undefined,
      'age-p90': undefined,
      reopened: undefined,
      transfers: undefined,
      'ping-pong': undefined,
      'cause-answered': undefined,
    },
  },
  {
    name: 'a request that is answered twice and solved in time',
    tickets: [everythingInTime],
    total: {
      received: 1,
      solved: 1,
      open: 0,
      'first-reply-kept': 1,
      'first-reply-met': 1,
      'first-reply-breached': 0,
      'first-reply-running': 0,
      'next-reply-kept': 1,
      'next-reply-met': 1,
      'resolution-kept': 1,
      'first-reply-clock-median': 60,
      'first-reply-clock-p90': 60,
      'first-reply-business-median': 30,
      'next-reply-clock-median': 30,
      reopened: 0,
      transfers: 0,
      'cause-answered': 1,
      'cause-unsaid': 0,
      'age-median': undefined,
    },
  },
  {
    name: 'a promise that runs is in neither, and what is open is as old as it is at the end',
    tickets: [everythingInTime, [created('30 00:00')]],
    total: {
      received: 2,
      'first-reply-kept': 1,
      'first-reply-running': 1,
      'resolution-running': 1,
      open: 1,
      'age-median': 720,
    },
  },
  {
    name: 'a reply that came late breaks the promise, said in the same write or before',
    tickets: [
      [created('2 09:00'), replies('2 15:00'), warned('2 15:00', 'first-reply', '2 09:00')],
      [
        created('2 09:00'),
        warned('2 13:00', 'first-reply', '2 09:00', 75),
        warned('2 13:00', 'first-reply', '2 09:00'),
        replies('2 14:00'),
      ],
      everythingInTime,
    ],
    total: {
      'first-reply-met': 1,
      'first-reply-breached': 2,
      'first-reply-kept': 1 / 3,
      'first-reply-clock-median': 300,
      'first-reply-clock-p90': 360,
    },
  },
  {
    name: 'half and three quarters of the time are no breach',
    tickets: [
      [
        created('2 09:00'),
        warned('2 11:00', 'first-reply', '2 09:00', 50),
        warned('2 12:00', 'first-reply', '2 09:00', 75),
      ],
    ],
    total: { 'first-reply-breached': 0, 'first-reply-running': 1 },
  },
  {
    name: 'a promise belongs to the tier that had the request when it was broken or kept',
    tickets: [
      [
        created('2 09:00'),
        replies('2 09:20'),
        asks('2 10:00'),
        warned('2 14:00', 'next-reply', '2 10:00'),
        moves('2 15:00', 1, 2),
        // The same stretch again, at another tier: it was broken before.
        warned('2 18:00', 'next-reply', '2 10:00'),
        replies('2 19:00'),
        becomes('2 19:00', 'open', 'solved', 'defect'),
      ],
    ],
    total: {
      'next-reply-met': 0,
      'next-reply-breached': 1,
      transfers: 1,
      'ping-pong': 0,
      'next-reply-clock-median': 540,
    },
    tiers: {
      1: {
        received: 1,
        solved: 0,
        'first-reply-met': 1,
        'next-reply-breached': 1,
        'next-reply-clock-median': undefined,
        'resolution-kept': undefined,
        transfers: 1,
        'cause-defect': undefined,
      },
      2: {
        received: 0,
        solved: 1,
        'next-reply-breached': 0,
        'next-reply-clock-median': 540,
        'resolution-met': 1,
        transfers: undefined,
        'cause-defect': 1,
      },
    },
  },
  {
    name: 'reopening takes back that it was solved in time, and both times count as solved',
    tickets: [
      [
        created('2 09:00'),
        replies('2 09:10'),
        becomes('2 10:00', 'new', 'solved', 'answered'),
        asks('3 10:00'),
        becomes('3 10:00', 'solved', 'open'),
        warned('4 10:00', 'resolution', '2 09:00'),
        replies('5 10:00'),
        becomes('5 10:00', 'open', 'solved'),
      ],
    ],
    total: {
      solved: 2,
      reopened: 0.5,
      'resolution-met': 0,
      'resolution-breached': 1,
      'cause-answered': 0.5,
      'cause-unsaid': 0.5,
      open: 0,
    },
  },
  {
    name: 'the cause is the one that was said last',
    tickets: [
      [
        created('2 09:00'),
        becomes('2 10:00', 'new', 'solved', 'other'),
        becomes('2 11:00', 'solved', 'solved', 'article-wrong'),
        becomes('9 11:00', 'solved', 'closed'),
      ],
    ],
    total: { solved: 1, 'cause-other': 0, 'cause-article-wrong': 1 },
  },
  {
    name: 'closed without a reply: nobody waits any more, and the promise is neither kept nor broken',
    tickets: [[created('2 09:00'), becomes('2 10:00', 'new', 'closed')]],
    total: {
      solved: 1,
      'first-reply-kept': undefined,
      'first-reply-running': 0,
      'first-reply-clock-median': undefined,
      'resolution-met': 1,
    },
  },
  {
    name: 'where no time to solve is promised there is none to keep',
    tickets: [
      [created('2 09:00', 3), replies('2 10:00'), becomes('20 10:00', 'new', 'solved', 'defect')],
      [created('3 09:00', 3)],
    ],
    total: { solved: 1, 'resolution-kept': undefined, 'resolution-running': 0, 'first-reply-running': 1 },
  },
  {
    name: 'two moves between tiers are ping-pong, one within a tier is none',
    tickets: [
      [created('2 09:00'), moves('2 10:00', 1, 2), moves('2 11:00', 2, 1)],
      [created('2 09:00'), moves('2 10:00', 1, 1, 'billing')],
    ],
    total: { received: 2, transfers: 1, 'ping-pong': 0.5, open: 2 },
  },
  {
    name: 'a request that repeats another is received, and neither solved nor open nor a promise',
    tickets: [[created('2 09:00'), becomes('2 12:00', 'new', 'closed'), merges('2 12:00')]],
    total: {
      received: 1,
      solved: 0,
      open: 0,
      'first-reply-kept': undefined,
      'resolution-kept': undefined,
      'first-reply-running': 0,
    },
  },
  {
    name: 'a request that is parted again owes the reply that it owed, also where its requester has parted it by a message',
    tickets: [
      [created('2 09:00'), merges('2 10:00'), becomes('2 10:00', 'new', 'solved')].concat(
        [asks('2 11:00'), parts('2 11:00'), becomes('2 11:00', 'solved', 'open')],
        [replies('2 12:00'), becomes('2 13:00', 'open', 'solved')],
      ),
      [created('2 09:00'), merges('2 10:00'), becomes('2 10:00', 'new', 'solved')].concat(
        [parts('2 11:00'), becomes('2 11:00', 'solved', 'open')],
        [replies('2 12:00')],
      ),
    ],
    total: {
      received: 2,
      solved: 1,
      open: 1,
      reopened: 0,
      'first-reply-met': 2,
      'next-reply-met': 0,
      'next-reply-running': 0,
      'resolution-met': 1,
      'resolution-running': 1,
      'first-reply-clock-median': 180,
    },
  },
  {
    name: 'what happened before the span or after it is not in it',
    tickets: [[created(at('1 00:00') - 1), replies('1 00:00')], [created(at('30 00:00') + 24 * 3_600_000)]],
    total: { received: 0, 'first-reply-met': 1, open: 1 },
  },
];

describe('the numbers of a report', () => {
  test.each(cases)('$name', ({ tickets, total, tiers = {} }) => {
    const numbers = numbersOf(tickets);
    expect(readings(numbers.total)).toMatchObject(total);
    for (const [tier, expected] of Object.entries(tiers)) {
      const found = numbers.tiers.find((one) => one.tier === Number(tier));
      expect(found && readings(found.figures)).toMatchObject(expected);
    }
  });

  test('are told by day, as clocks in the zone show it', () => {
    const tickets = [[created('1 23:30'), replies('2 00:30'), becomes('2 23:30', 'new', 'solved')]];
    const days = (zone: string) =>
      numbersOf(tickets, { span: spanFor('2026-11-01', '2026-11-03', zone) }).days.map((day) => Object.values(day));
    expect(days('UTC')).toEqual([
      ['2026-11-01', 1, 0, 0, 0],
      ['2026-11-02', 0, 1, 2, 0, 60],
      ['2026-11-03', 0, 0, 0, 0],
    ]);
    expect(days('Europe/Berlin')).toEqual([
      ['2026-11-01', 0, 0, 0, 0],
      ['2026-11-02', 1, 0, 1, 0, 60],
      ['2026-11-03', 0, 1, 1, 0],
    ]);
  });

  test('of a group are those of nobody else', () => {
    const tickets = [
      [
        created('2 09:00', 1, 'partner'),
        replies('2 10:00'),
        moves('2 11:00', 1, 2),
        becomes('2 12:00', 'new', 'solved'),
      ],
      everythingInTime,
    ];
    const { total, groups } = numbersOf(tickets);
    const own = groups.find(({ group }) => group === 'partner')?.figures;
    expect(own && readings(own)).toMatchObject({
      received: 1,
      solved: 0,
      'first-reply-met': 1,
      'resolution-kept': undefined,
    });
    expect(total.received).toBe(2);
  });
});
