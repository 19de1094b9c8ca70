import type { ParsedInternal } from './internal.ts';
import type { ParsedReply } from './reply.ts';
import type { ParsedTeam } from './team.ts';

/** What agents of one locale get beside what readers do: its own, and what it lacks from the default locale. */
export interface TeamLocale {
  internal: ParsedInternal[];
  replies: ParsedReply[];
}

export function teamOf(team: ParsedTeam, locale: string, fallback: string): TeamLocale {
  const layers = [fallback, locale];
  return { internal: merged(team.internal, layers), replies: merged(team.replies, layers) };
}

/** One for each slug, sorted by it; a later layer covers the ones before it. */
function merged<T extends { source: { locale: string; slug: string } }>(all: readonly T[], layers: string[]): T[] {
  const found = layers.flatMap((layer) => all.filter(({ source }) => source.locale === layer));
  return [...new Map(found.map((one) => [one.source.slug, one])).values()].sort((a, b) =>
    a.source.slug < b.source.slug ? -1 : 1,
  );
}
