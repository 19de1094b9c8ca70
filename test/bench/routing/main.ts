import { decide } from '../../../api/routing/decide.ts';
import type { Subject } from '../../../api/routing/facts.ts';
import { commandLine } from '../../../content/compile/command-line.ts';
import type { Routing } from '../../../content/schema/routing.ts';
import { fixture } from '../../api/routing/fixture.ts';
import { passes } from '../../api/routing/judge.ts';
import { truthTable } from '../../api/routing/truth-table.ts';
import { percentile } from '../index/percentile.ts';
import { generateTickets } from './tickets.ts';

/** `npm run bench:routing`: how quick a decision is, and that none is missing or wrong. Exits 1 when one is. */
interface RoutingReport {
  rules: number;
  priorityRules: number;
  groups: number;
  decisionsPerSecond: number;
  /** Of one decision. */
  microseconds: { p50: number; p99: number };
  truthTable: { passed: number; total: number };
  /** Generated tickets, those that have a group of the tier they went to, and how many each group got. */
  generated: { count: number; withGroup: number; perGroup: Record<string, number> };
}

const count = 10_000;
const seed = 4;

/** Of each decision, in microseconds; a first round that does not count lets the engine compile what it needs. */
function timesOf(tickets: readonly Subject[], routing: Routing): number[] {
  for (const ticket of tickets) decide(ticket, routing);
  return tickets.map((ticket) => {
    const started = performance.now();
    decide(ticket, routing);
    return (performance.now() - started) * 1_000;
  });
}

function perGroup(tickets: readonly Subject[], { groups }: Routing): Record<string, number> {
  const counts = new Map(groups.map(({ id }) => [id, 0]));
  for (const ticket of tickets) {
    const { group, tier } = decide(ticket, fixture);
    if (group.tier === tier && counts.has(group.id)) counts.set(group.id, (counts.get(group.id) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

function measure(): RoutingReport {
  const tickets = generateTickets(count, seed);
  const times = timesOf(tickets, fixture);
  const groups = perGroup(tickets, fixture);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rounded = (share: number) => Number(percentile(times, share).toFixed(1));
  return {
    rules: fixture.rules.length,
    priorityRules: fixture.priorities.length,
    groups: fixture.groups.length,
    decisionsPerSecond: Math.round(count / (sum(times) / 1_000_000)),
    microseconds: { p50: rounded(0.5), p99: rounded(0.99) },
    truthTable: { passed: truthTable.filter(passes).length, total: truthTable.length },
    generated: { count, withGroup: sum(Object.values(groups)), perGroup: groups },
  };
}

const linesOf = ({ rules, groups, decisionsPerSecond, microseconds, truthTable, generated }: RoutingReport) => [
  `${decisionsPerSecond} decisions a second with ${rules} rules and ${groups} groups`,
  `one takes p50 ${microseconds.p50} µs, p99 ${microseconds.p99} µs`,
  `truth table: ${truthTable.passed} of ${truthTable.total} cases`,
  `generated tickets: ${generated.withGroup} of ${generated.count} have a group`,
];

const usage = `npm run bench:routing -- [--json]
  --json    one JSON object instead of lines
How quick a decision is; whether the truth table holds and 10,000 generated tickets each have a group.`;

const { values } = commandLine(usage, { options: { json: { type: 'boolean', default: false } } });
const report = measure();
console.log(values.json ? JSON.stringify(report) : linesOf(report).join('\n'));
const { truthTable: table, generated } = report;
if (table.passed < table.total || generated.withGroup < generated.count) process.exitCode = 1;
