import type { Cluster, DeskIssue } from '../../../api/contract/issue.ts';
import { type Result, refusedWith } from '../../thread/result.ts';
import { type Live, useLive } from '../../thread/use-live.ts';
import type { DeskKit } from '../kit.ts';

/** What many people report, and what is told to them. */
export interface Reports {
  clusters: Cluster[];
  windowHours: number;
  issues: DeskIssue[];
  mayAnnounce: boolean;
}

const read = async ({ client }: DeskKit): Promise<Result<Reports>> => {
  const [clusters, issues] = await Promise.all([client.issues.clusters(), client.issues.list()]);
  if (!clusters.ok) return clusters;
  return issues.ok ? { ok: true, value: { ...clusters.value, ...issues.value } } : issues;
};

/** Looked at every minute, because comparing is work for the server and nothing that many report begins in a second. */
export const useReports = (kit: DeskKit): Live<Reports> =>
  useLive(() => read(kit), { name: 'issues', first: 60_000, longest: 300_000, random: kit.random });

/** What waits for somebody: reports that nobody was told of, and issues in work. */
export const countOf = ({ clusters, issues }: Reports): number =>
  clusters.length + issues.filter(({ state }) => state === 'working').length;

/** How many others report the same as a ticket. */
export const alikeOf = (reports: Reports | undefined, ticket: string): number => {
  const found = reports?.clusters.find(({ tickets }) => tickets.some(({ id }) => id === ticket));
  return found ? found.tickets.length - 1 : 0;
};

export const signedOut = (live: Live<Reports>): boolean => refusedWith(live.failure, 'signed-out');
