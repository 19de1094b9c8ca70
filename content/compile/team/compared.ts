import { engineOf } from '../built-engine.ts';
import type { Cache } from '../cache.ts';
import { checkExpects } from '../check/expects.ts';
import type { CompileError } from '../compile-error.ts';
import type { ParsedContent } from '../emit.ts';
import { fileName } from '../file-name.ts';
import { indexedOf } from '../indexed.ts';
import { localeContents } from '../locale-content.ts';
import type { LocaleOutput } from '../output.ts';
import { checkTeam, checkTeamLinks } from './check.ts';
import { teamOf } from './locale.ts';
import { type TeamOutput, teamOutput } from './output.ts';
import { noTeam } from './team.ts';

/**
 * What agents get in each locale that readers have or that something is written in for agents. `published` is what readers
 * get: theirs is not counted twice.
 */
export function compareTeam(
  { team = noTeam, settings, documents, categories, locales }: ParsedContent,
  published: readonly LocaleOutput[],
  cache: Cache,
): { locales: TeamOutput[]; errors: CompileError[] } {
  const written = new Set([...team.internal, ...team.replies].map(({ source }) => source.locale));
  const listed = (settings?.locales ?? locales).filter((locale) => locales.includes(locale) || written.has(locale));
  const compared = localeContents(listed, documents, categories).map((content) => {
    const { locale } = content;
    const own = teamOf(team, locale, listed[0] ?? '');
    const readers = published.find((output) => output.locale === locale);
    // A locale without a help center leads to the documents of the default one, whose files have these names.
    const indexed =
      readers?.indexed ?? indexedOf(content, cache, (name, bytes, digits) => fileName(name, 'txt', bytes, digits));
    const output = teamOutput(own, indexed, readers?.index);
    const isChecked = own.internal.some(({ about }) => about && about.expects.length > 0);
    const errors = [
      ...checkTeamLinks(content, own, documents, team),
      ...(isChecked ? checkExpects({ locale, documents: own.internal }, engineOf(output.index).engine) : []),
    ];
    return { output, errors };
  });
  return {
    locales: compared.map(({ output }) => output),
    errors: [...checkTeam(team, settings), ...compared.flatMap(({ errors }) => errors)],
  };
}
