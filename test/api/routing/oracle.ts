import type { Subject } from '../../../api/routing/facts.ts';
import type { Routing } from '../../../content/schema/routing.ts';

/**
 * The decision by trying everything, for subjects of `someSubject`: no code of the router, every rule read off the schema's
 * comments, every group of every tier tried in turn.
 */
export function oracle(subject: Subject, routing: Routing, isOpen: (group: { id: string }) => boolean) {
  const matching = routing.rules.filter(({ when }) => holds(when, subject));
  const [rule, next] = matching;
  if (!rule) throw new Error('no rule');
  const exhausted = Math.max(subject.exhausted, rule.exhausts);
  const able = (group: Routing['groups'][number]) =>
    rule.skills.every((skill) => group.skills.includes(skill)) &&
    rule.access.every((one) => group.access.includes(one));
  const of = (tier: number) => routing.groups.filter((group) => group.tier === tier);

  const tiersToTry = [
    ...[1, 2, 3].filter((tier) => tier > exhausted).map((tier) => of(tier).filter(able)),
    // Nobody is left: from the top down, who could; and then whoever there is.
    ...[3, 2, 1].map((tier) => of(tier).filter(able)),
    ...[3, 2, 1].map(of),
  ];
  const place = tiersToTry.findIndex((groups) => groups.length > 0);
  const isLast = place >= [1, 2, 3].filter((tier) => tier > exhausted).length;
  const candidates = tiersToTry[place] ?? [];
  const inTurn = [
    { speaks: true, open: true },
    { speaks: true, open: false },
    { speaks: false, open: true },
    { speaks: false, open: false },
  ].flatMap(({ speaks, open }) =>
    candidates.filter((group) => {
      const does = group.languages.length === 0 || group.languages.includes(subject.language);
      return does === speaks && isOpen(group) === open;
    }),
  );
  const group = inTurn[0];

  const urgencies = [
    rule.priority,
    ...routing.priorities.filter(({ when }) => holds(when, subject)).map(({ priority }) => priority),
  ];
  const priority = (['urgent', 'high', 'normal', 'low'] as const).find((one) => urgencies.includes(one));
  return {
    tier: group?.tier,
    group: group?.id,
    priority,
    rule: rule.id,
    next: next?.id,
    isLast,
    notify: rule.notify || isLast,
  };
}

function holds(when: Routing['priorities'][number]['when'], subject: Subject): boolean {
  const { context, message } = subject;
  const given = (name: string) => {
    const items = context.filter((item) => item.kind === 'host' && item.name === name);
    const last = items[items.length - 1];
    return last?.kind === 'host' ? last.value : undefined;
  };
  const spokenWords = message.split(/[ _-]/).filter((word) => word !== '');
  const named = (list: readonly string[] | 'any', value: string) => list === 'any' || list.includes(value);

  for (const [name, wanted] of Object.entries(when)) {
    if (wanted === undefined) continue;
    const isSo = (() => {
      switch (name) {
        case 'topic':
          return when.topic!.includes(subject.topic);
        case 'language':
          return when.language!.includes(subject.language);
        case 'verified':
          return when.verified === subject.verified;
        case 'exhausted':
          return subject.exhausted >= when.exhausted!;
        case 'area':
        case 'plan': {
          const value = given(name);
          return value !== undefined && when[name]!.includes(value);
        }
        case 'unhelpful':
          return context.some(
            (one) => one.kind === 'read' && one.helpful === false && named(when.unhelpful!, one.document),
          );
        case 'blocked':
          return context.some(
            (one) => one.kind === 'step' && 'blocked' in one && named(when.blocked!, one.walkthrough),
          );
        case 'finished':
          return context.some(
            (one) =>
              one.kind === 'step' &&
              !('blocked' in one) &&
              one.step === one.of &&
              named(when.finished!, one.walkthrough),
          );
        case 'errorCode': {
          const codes = [...message.split(' '), given('error') ?? ''].filter((code) => /\d/.test(code));
          return codes.some((code) => when.errorCode === 'any' || when.errorCode!.some((one) => begins(one, code)));
        }
        case 'words':
          return when.words!.some((phrase) => {
            const words = phrase.split(' ');
            return spokenWords.some((_, from) => words.every((word, at) => begins(word, spokenWords[from + at] ?? '')));
          });
        default:
          throw new Error(`The oracle does not know ${name}.`);
      }
    })();
    if (!isSo) return false;
  }
  return true;
}

const begins = (pattern: string, text: string): boolean =>
  pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) && text !== '' : text === pattern;
