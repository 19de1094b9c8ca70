import type { RoutingReason } from '../../contract/ticket.ts';
import type { Answer } from './answer.ts';
import type { Replay } from './replay.ts';

export function answerLines({
  tier,
  group,
  priority,
  notify,
  rule,
  next,
  reasons,
  requester,
  promise,
}: Answer): string[] {
  const { calendar, policy, resolution } = promise;
  const because = requester.because === undefined ? '' : ` because ${requester.because}`;
  return [
    `tier        ${tier}`,
    `group       ${group.id}${group.isOpen ? '' : ' (closed now)'}`,
    `priority    ${priority}`,
    `first reply ${spanLine(promise.firstReply, promise.firstReplyBy)} of ${calendar} (policy ${policy})`,
    `resolution  ${resolution === undefined ? 'none promised' : `${spanLine(resolution, promise.resolveBy)} of ${calendar}`}`,
    `rule        ${rule.id} (${rule.source})`,
    `next rule   ${next ? `${next.id} (${next.source})` : 'none'}`,
    `notice      ${notify ? 'whoever leads should hear of it' : 'none'}`,
    `requester   goes to ${requester.group}${because}`,
    'reasons',
    ...reasons.map((reason) => `  ${reasonLine(reason)}`),
  ];
}

const spanLine = (span: string, by: string | undefined): string => (by === undefined ? span : `by ${by}, ${span}`);

function reasonLine({ code, tier, detail, text, source }: RoutingReason): string {
  const words = text && Object.values(text)[0];
  return [
    code,
    tier === undefined ? '' : ` ${tier}`,
    detail === undefined ? '' : ` ${detail}`,
    words === undefined ? '' : `: ${words}`,
    source === undefined ? '' : ` (${source})`,
  ].join('');
}

/** More are in the JSON. */
const shown = 3;

export const replayLines = ({ tickets, stay, move, moves, skipped }: Replay): string[] => [
  `${tickets} tickets: ${stay} stay, ${move} move`,
  ...moves.map(({ count, from, to, tickets: all }) => {
    const rest = all.length > shown ? ', …' : '';
    return `${String(count).padStart(6)}  ${spot(from)} → ${spot(to)}  (${all.slice(0, shown).join(', ')}${rest})`;
  }),
  ...(skipped.length > 0 ? [`${skipped.length} cannot be read and are left out: ${skipped.join(', ')}`] : []),
];

const spot = ({ tier, group, priority }: Replay['moves'][number]['from']): string =>
  `tier ${tier} ${group} ${priority}`;
