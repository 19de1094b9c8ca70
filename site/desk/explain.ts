import { blockedText } from '../../api/contract/handover-lines.ts';
import type { RoutingReason } from '../../api/contract/ticket.ts';
import { type DeskKit, groupTitle, inLocale, languageName, topicTitle } from './kit.ts';
import { plain } from './plain.ts';

/** One thing that a person wants to know, in few lines. */
export interface Part {
  /** `tried`, `rule`, `passed`, `group`, `urgency`, or `other` for what has no words yet. */
  name: PartName;
  lines: Line[];
}

export interface Line {
  text: string;
  /** File and line of the rule, once in the whole. */
  source?: string;
}

const partNames = ['tried', 'rule', 'passed', 'group', 'urgency', 'other'] as const;
type PartName = (typeof partNames)[number];

const codes: Record<string, PartName> = {
  'search-without-result': 'tried',
  'article-unhelpful': 'tried',
  'faq-unhelpful': 'tried',
  'walkthrough-unhelpful': 'tried',
  'walkthrough-blocked': 'tried',
  'walkthrough-finished': 'tried',
  'first-human': 'rule',
  'handed-over': 'rule',
  'handover-note': 'rule',
  topic: 'rule',
  rule: 'rule',
  'needs-skill': 'rule',
  'needs-access': 'rule',
  'tier-exhausted': 'passed',
  'tier-empty': 'passed',
  'tier-lacks-skill': 'passed',
  'tier-lacks-access': 'passed',
  'tier-divided': 'passed',
  group: 'group',
  'group-speaks': 'group',
  'group-does-not-speak': 'group',
  'group-open': 'group',
  'group-closed': 'group',
  priority: 'urgency',
  'priority-raised': 'urgency',
  'notify-rule': 'urgency',
  'notify-exhausted': 'urgency',
  'notify-nobody-can': 'urgency',
};
const partOf = ({ code }: RoutingReason): PartName => (Object.hasOwn(codes, code) && codes[code]) || 'other';

/** Why a ticket is where it is, as an agent reads it: what belongs together stands together. */
export const explain = (kit: ExplainKit, reasons: readonly RoutingReason[]): Part[] => {
  const told = new Set<string>();
  return partNames.flatMap((name) => {
    const lines = linesOf(reasons.filter((reason) => partOf(reason) === name)).map((together): Line => {
      const text = lineText(kit, together);
      const source = together.find((one) => one.source !== undefined)?.source;
      if (source === undefined || told.has(source)) return { text };
      told.add(source);
      return { text, source };
    });
    return lines.length > 0 ? [{ name, lines }] : [];
  });
};

type ExplainKit = Pick<DeskKit, 't' | 'locale' | 'topics' | 'groups'>;

/** What shares a line: all of a tier, all that is said of the group, all skills, all access; anything else stands alone. */
function linesOf(reasons: readonly RoutingReason[]): RoutingReason[][] {
  const lines = new Map<string, RoutingReason[]>();
  for (const [place, reason] of reasons.entries()) {
    const name = lineName(reason) ?? `${place}`;
    lines.set(name, [...(lines.get(name) ?? []), reason]);
  }
  return [...lines.values()];
}

function lineName({ code, tier }: RoutingReason): string | undefined {
  if (code.startsWith('tier-')) return `tier ${tier}`;
  if (code.startsWith('group-')) return 'group and its hours';
  if (code.startsWith('priority')) return 'priority';
  return code.startsWith('needs-') ? code : undefined;
}

/** Reasons of one code are one phrase with all their details. */
function lineText(kit: ExplainKit, together: readonly RoutingReason[]): string {
  const byCode = Map.groupBy(together, ({ code }) => code);
  const text = [...byCode.values()].map((same) => phrase(kit, same)).join(' · ');
  const [{ code, tier } = { code: '' }] = together;
  return tier !== undefined && code.startsWith('tier-') ? kit.t('reason.tier', { tier, text }) : text;
}

/** A code without words is shown with its detail: a newer API must not leave a gap. */
function phrase(kit: ExplainKit, [first, ...more]: readonly RoutingReason[]): string {
  if (!first) return '';
  const details = [first, ...more].flatMap((reason) => detailText(kit, reason) ?? []);
  const detail = new Intl.ListFormat(kit.locale).format(details);
  const because = first.code === 'rule' ? inLocale(first.text, kit.locale) : undefined;
  const key = because === undefined ? `reason.${first.code}` : 'reason.rule.because';
  const text = kit.t(key, { detail, because: because ?? '' });
  return text === key ? `${first.code} ${detail}`.trim() : text;
}

/** SECURITY: what a requester searched for is among it. */
function detailText(kit: ExplainKit, { code, detail, text }: RoutingReason): string | undefined {
  if (detail === undefined) return undefined;
  switch (code) {
    case 'topic':
      return topicTitle(kit, detail);
    case 'group':
      return inLocale(text, kit.locale) ?? groupTitle(kit, detail);
    case 'group-speaks':
    case 'group-does-not-speak':
      return languageName(kit, detail);
    case 'priority':
      return kit.t(`priority.${detail}`);
    case 'walkthrough-blocked': {
      const [, step = detail, reason] = /^(.*? \d+\/\d+): (.*)$/s.exec(detail) ?? [];
      const why = reason === undefined ? '' : `: ${blockedText(reason, kit.t)}`;
      return plain(step.replace(/^walkthrough:/, '') + why);
    }
    default:
      return plain(detail.replace(/^walkthrough:/, ''));
  }
}
