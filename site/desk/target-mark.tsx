import type { DeskTicketRow } from '../../api/contract/desk.ts';
import type { DeskKit } from './kit.ts';
import { type Target, targetOf } from './target.ts';

const words = ({ t, moments }: DeskKit, target: Target): string => {
  if (target.state === 'late') return t('target.late', { time: moments.duration(target.overMs) });
  if (target.state === 'kept' || target.state === 'missed') return t(`target.${target.state}`);
  return t('target.left', { time: moments.duration(target.leftMs) });
};

/** Time to the promised first reply: a word, and a thin bar while it runs. SVG attributes need no style attribute. */
export const TargetMark = ({ kit, ticket, now }: { kit: DeskKit; ticket: DeskTicketRow; now: number }) => {
  const target = targetOf(ticket, now);
  if (!target) return null;
  return (
    <span class="target" data-state={target.state}>
      <span class="target-word">
        <span class="sr-only">{kit.t('target.label')} </span>
        {words(kit, target)}
      </span>
      {'part' in target && (
        <svg class="target-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <rect class="target-whole" width="100" height="1" />
          <rect class="target-gone" width={Math.max(2, target.part * 100)} height="1" />
        </svg>
      )}
    </span>
  );
};
