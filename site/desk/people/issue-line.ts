import type { AuditEntry, ToldIssue } from '../../../api/contract/audit.ts';
import { type DeskKit, inLocale, topicTitle } from '../kit.ts';
import { plain } from '../plain.ts';
import type { AuditLine } from './audit-line.ts';

/** What was done to a known issue: of what everybody is told, what is other than it was. */
export function issueLine(
  kit: DeskKit,
  { actor, kind, before, after }: Extract<AuditEntry, { about: 'issue' }>,
): AuditLine {
  const title = plain(inLocale((before ?? after).titles, kit.locale) ?? '');
  return {
    who: plain(actor.name),
    what: kit.t(`audit.${kind}`, { title }),
    before: before && toldText(kit, before, after),
    after: toldText(kit, after, before),
  };
}

/** In every language, as everybody reads theirs. */
function toldText(kit: DeskKit, told: ToldIssue, other: ToldIssue | undefined): string | undefined {
  const texts = (['titles', 'texts', 'answers'] as const).flatMap((part) =>
    Object.entries(told[part] ?? {}).flatMap(([language, text]) =>
      text === other?.[part]?.[language] ? [] : [plain(text)],
    ),
  );
  const topic = told.topic === other?.topic ? [] : [topicTitle(kit, told.topic)];
  return [...topic, ...texts].join(' · ') || undefined;
}
