import { type CompileError, quote } from '../../compile-error.ts';
import type { ParsedRouting, RoutingPath } from '../../routing/parse.ts';
import { errorAt, type Known, oneOf } from './table.ts';

/** Whatever a table names is there: topics, languages, documents, groups, calendars. */
export function checkRoutingReferences(parsed: ParsedRouting, { settings, documents }: Known): CompileError[] {
  const { groups, rules, priorities, policies, calendars } = parsed.routing;
  const topics = settings.topics.map(({ id }) => id);
  const errors: CompileError[] = [];
  const refuse = (path: RoutingPath, values: readonly string[] | undefined, known: readonly string[], hint: string) => {
    for (const [index, value] of (values ?? []).entries()) {
      if (known.includes(value)) continue;
      errors.push(errorAt(parsed, [...path, index], { found: quote(value), expected: oneOf(known), hint }));
    }
  };
  const topicHint = 'topics are in settings.yaml';
  const languageHint = 'languages are the locales of settings.yaml';

  for (const [place, group] of groups.entries()) {
    refuse(['groups', place, 'languages'], group.languages, settings.locales, languageHint);
    if (!calendars.some(({ id }) => id === group.calendar)) {
      const expected = oneOf(calendars.map(({ id }) => id));
      const hint = 'calendars are in routing/business-hours.yaml';
      errors.push(errorAt(parsed, ['groups', place, 'calendar'], { found: quote(group.calendar), expected, hint }));
    }
  }
  const conditions = { rules, priorities };
  for (const list of ['rules', 'priorities'] as const) {
    for (const [place, { when }] of conditions[list].entries()) {
      refuse([list, place, 'when', 'topic'], when.topic, topics, topicHint);
      refuse([list, place, 'when', 'language'], when.language, settings.locales, languageHint);
      for (const key of ['unhelpful', 'blocked', 'finished'] as const) {
        const kind = key === 'unhelpful' ? '' : 'walkthrough:';
        const ids = when[key] === 'any' ? [] : (when[key] ?? []);
        for (const [index, id] of ids.entries()) {
          if (documents.has(id) && id.startsWith(kind)) continue;
          const expected = kind
            ? 'a walkthrough that is there, such as walkthrough:its-slug'
            : 'the id of a document that is there, such as article:its-slug';
          const hint = documents.has(id)
            ? 'only a walkthrough has steps'
            : `documents of the default locale count, ${settings.locales[0]}`;
          errors.push(errorAt(parsed, [list, place, 'when', key, index], { found: quote(id), expected, hint }));
        }
      }
    }
  }
  const groupIds = groups.map(({ id }) => id);
  for (const [place, { when }] of policies.entries()) {
    refuse(['policies', place, 'when', 'topic'], when.topic, topics, topicHint);
    refuse(['policies', place, 'when', 'group'], when.group, groupIds, 'groups are in routing/groups.yaml');
    for (const [index, tier] of (when.tier ?? []).entries()) {
      if (groups.some((group) => group.tier === tier)) continue;
      const expected = 'a tier that a group has';
      const path = ['policies', place, 'when', 'tier', index] as const;
      errors.push(errorAt(parsed, path, { found: `tier ${tier}, where nobody is`, expected }));
    }
  }
  return errors;
}
