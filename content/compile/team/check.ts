import type { Settings } from '../../schema/settings.ts';
import { linkChecker } from '../check/references.ts';
import { type CompileError, quote } from '../compile-error.ts';
import type { ParsedDocument } from '../document.ts';
import type { LocaleContent } from '../locale-content.ts';
import type { TeamLocale } from './locale.ts';
import type { ParsedTeam } from './team.ts';

/** What can only be checked among all files that are for agents. */
export function checkTeam({ internal, replies }: ParsedTeam, settings: Settings | undefined): CompileError[] {
  const topics = settings?.topics.map(({ id }) => id);
  return [
    ...twice(internal.map(({ source }) => source)),
    ...replies.flatMap(({ source, reply, lineOf }) =>
      (reply?.topics ?? []).flatMap((topic, index): CompileError[] => {
        if (!topics || topics.includes(topic)) return [];
        const line = lineOf(['topics', index]);
        const expected = `a topic of settings.yaml: ${topics.join(', ')}`;
        return [{ file: source.file, line, field: `topics[${index}]`, found: quote(topic), expected }];
      }),
    ),
  ];
}

/** Folders below `internal/` keep order alone: a slug names one article. */
function twice(sources: readonly { file: string; locale: string; slug: string }[]): CompileError[] {
  const files = new Map<string, string>();
  return sources.flatMap(({ file, locale, slug }): CompileError[] => {
    const key = `${locale}/${slug}`;
    const first = files.get(key);
    if (first === undefined) {
      files.set(key, file);
      return [];
    }
    const expected = 'a slug of its own in every folder';
    return [{ file, line: 1, field: 'slug', found: `${quote(slug)}, as in ${first}`, expected }];
  });
}

/** Links of internal articles: to readers' documents and to each other. */
export function checkTeamLinks(
  content: LocaleContent,
  team: TeamLocale,
  documents: readonly ParsedDocument[],
  all: ParsedTeam,
): CompileError[] {
  const own = team.internal.filter(({ source }) => source.locale === content.locale);
  if (own.length === 0) return [];
  return own.flatMap(linkChecker([...documents, ...all.internal], [...content.documents, ...team.internal]));
}
