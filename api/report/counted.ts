import type { Figures, ReportDay } from '../contract/report.ts';
import type { Tier } from '../contract/ticket.ts';
import type { Millis, ReportTicket } from '../store/store.ts';
import { type History, historyOf, standAt, type Where } from './history.ts';
import { dayAt, type Span } from './span.ts';
import { spreadOf } from './spread.ts';
import { emptyTally, figuresOf, type Tally } from './tally.ts';

/** What a report is about. */
export interface Scope {
  span: Span;
  now: Millis;
  /** Working time of a group between two instants. */
  businessTime: (where: Where, from: Millis, to: Millis) => Millis;
}

/** A report in the making: tickets are added one after the other, and nothing of them is kept but numbers. */
export interface Counted {
  add(ticket: Pick<ReportTicket, 'events'>): void;
  numbers(): Numbers;
}

export interface Numbers {
  total: Figures;
  tiers: { tier: Tier; figures: Figures }[];
  groups: { group: string; figures: Figures }[];
  days: ReportDay[];
}

interface Day extends Omit<ReportDay, 'firstReply'> {
  firstReplies: Millis[];
}

export function startCounting(scope: Scope): Counted {
  const cells = new Map<string, Where & { tally: Tally }>();
  const days = scope.span.days.map(
    ({ day }): Day => ({ day, received: 0, solved: 0, met: 0, breached: 0, firstReplies: [] }),
  );
  const cellOf = (where: Where): Tally => {
    const key = `${where.tier} ${where.group}`;
    const cell = cells.get(key) ?? { ...where, tally: emptyTally() };
    cells.set(key, cell);
    return cell.tally;
  };
  /** Calls `count` for what happened in the span. */
  const within: Within = (at, where, count) => {
    const place = dayAt(scope.span, at);
    const day = place === undefined ? undefined : days[place];
    if (day) count(cellOf(where), day);
  };
  const talliesOf = (wanted: (where: Where) => boolean): Tally[] =>
    [...cells.values()].filter(wanted).map(({ tally }) => tally);
  return {
    add(ticket) {
      const history = historyOf(ticket);
      if (!history) return;
      addEnds(history, within);
      addReplies(history, within, scope);
      addSolves(history, within);
      addArrival(history, within);
      addStand(history, cellOf, scope);
    },
    numbers: () => ({
      total: figuresOf(talliesOf(() => true)),
      tiers: ([1, 2, 3] as const).flatMap((tier) => {
        const tallies = talliesOf((where) => where.tier === tier);
        return tallies.length > 0 ? [{ tier, figures: figuresOf(tallies) }] : [];
      }),
      groups: [...new Set([...cells.values()].map(({ group }) => group))]
        .sort()
        .map((group) => ({ group, figures: figuresOf(talliesOf((where) => where.group === group)) })),
      days: days.map(({ firstReplies, ...day }) => {
        const { median } = spreadOf(firstReplies);
        return median === undefined ? day : { ...day, firstReply: median };
      }),
    }),
  };
}

type Within = (at: Millis, where: Where, count: (tally: Tally, day: Day) => void) => void;

function addEnds({ promises }: History, within: Within): void {
  for (const { metric, end } of promises) {
    if (!end || end.outcome === 'none') continue;
    const { outcome } = end;
    within(end.at, end.where, (tally, day) => {
      tally[metric][outcome] += 1;
      day[outcome] += 1;
    });
  }
}

function addReplies({ replies }: History, within: Within, { businessTime }: Scope): void {
  for (const { metric, since, at, where } of replies) {
    within(at, where, (tally, day) => {
      tally[metric].clock.push(at - since);
      tally[metric].business.push(businessTime(where, since, at));
      if (metric === 'first-reply') day.firstReplies.push(at - since);
    });
  }
}

function addSolves({ solves }: History, within: Within): void {
  for (const { at, where, cause = 'unsaid', reopened } of solves) {
    within(at, where, (tally, day) => {
      tally.solved += 1;
      tally.causes[cause] += 1;
      if (reopened) tally.reopened += 1;
      day.solved += 1;
    });
  }
}

function addArrival({ createdAt, stands, transfers }: History, within: Within): void {
  const [first] = stands;
  if (!first) return;
  within(createdAt, first.where, (tally, day) => {
    tally.received += 1;
    tally.transfers += transfers;
    if (transfers >= 2) tally.pingPong += 1;
    day.received += 1;
  });
}

/** How it stands when the span ends. */
function addStand(history: History, cellOf: (where: Where) => Tally, { span, now }: Scope): void {
  const { promises, createdAt } = history;
  const stand = standAt(history, span.until);
  if (!stand?.open) return;
  const tally = cellOf(stand.where);
  tally.ages.push(Math.max(0, Math.min(span.until, now) - createdAt));
  for (const { metric, since, end } of promises) {
    const runs = since < span.until && (!end || end.at >= span.until);
    if (runs && (metric !== 'resolution' || stand.resolves)) tally[metric].running += 1;
  }
}
