import type { Routing } from '../../../schema/routing.ts';
import { type CompileError, quote } from '../../compile-error.ts';
import type { ParsedRouting } from '../../routing/parse.ts';
import { errorAt, type Known } from './table.ts';

const lists: readonly (keyof Routing)[] = ['groups', 'rules', 'priorities', 'policies', 'calendars'];

/** Ids name one entry of their list, and what requesters read is there in the default locale. */
export function checkRoutingNames(parsed: ParsedRouting, { settings }: Known): CompileError[] {
  const { groups, rules } = parsed.routing;
  const [locale = ''] = settings.locales;
  const twice = lists.flatMap((list) => {
    const ids = parsed.routing[list].map(({ id }) => id);
    return ids.flatMap((id, place): CompileError[] => {
      if (ids.indexOf(id) === place) return [];
      return [errorAt(parsed, [list, place, 'id'], { found: `${quote(id)} again`, expected: 'an id of its own' })];
    });
  });
  const untold = groups.flatMap(({ title }, place): CompileError[] => {
    if (title[locale]) return [];
    const said = { found: `no ${locale}`, expected: 'a title in the default locale' };
    return [errorAt(parsed, ['groups', place, 'title'], said)];
  });
  const unsaid = rules.flatMap(({ because }, place): CompileError[] => {
    if (!because || because[locale]) return [];
    const said = { found: `no ${locale}`, expected: 'a reason in the default locale' };
    return [errorAt(parsed, ['rules', place, 'because'], said)];
  });
  return [...twice, ...untold, ...unsaid];
}
