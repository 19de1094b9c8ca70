import type { DeskTicketRow, Found } from '../../api/contract/desk.ts';
import type { DeskKit } from './kit.ts';
import { TargetMark } from './target-mark.tsx';

/** Where the words of a search are, by position: what somebody wrote is never markup. */
export const FoundText = ({ kit, found: { in: place, text, marks } }: { kit: DeskKit; found: Found }) => {
  let at = 0;
  const parts = marks.flatMap(([from, to]) => {
    const part = [text.slice(at, from), <b key={from}>{text.slice(from, to)}</b>];
    at = to;
    return part;
  });
  return (
    <>
      {place === 'note' && <span class="row-note">{kit.t('row.note')} </span>}
      {parts}
      {text.slice(at)}
    </>
  );
};

/** Who has it. */
export const Initials = ({ kit, name }: { kit: DeskKit; name: string }) => (
  <span class="initials" title={kit.t('row.assignee', { name })}>
    <span aria-hidden="true">{initialsOf(name)}</span>
    <span class="sr-only">{kit.t('row.assignee', { name })}</span>
  </span>
);

const initialsOf = (name: string): string => {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const [first = '', ...others] = words.map((word) => [...word][0] ?? '');
  return (first + (others.at(-1) ?? '')).toUpperCase();
};

/** One is enough to tell; the ticket has all of them. */
const mostTags = 1;

export const Tags = ({ tags }: { tags: readonly string[] }) => (
  <>
    {tags.slice(0, mostTags).map((tag) => (
      <span key={tag} class="tag">
        {tag}
      </span>
    ))}
    {tags.length > mostTags && <span class="tag">+{tags.length - mostTags}</span>}
  </>
);

const quarter = 0.25;

/** Time to the promise that counts now, whichever it is; the first reply's, or what became of it, where none does. */
export const DueMark = ({ kit, ticket, now }: { kit: DeskKit; ticket: DeskTicketRow; now: number }) => {
  const { t, moments } = kit;
  const { dueBy, firstRepliedAt, firstReplyBy } = ticket;
  if (!dueBy || (firstRepliedAt === undefined && dueBy === firstReplyBy))
    return <TargetMark kit={kit} ticket={ticket} now={now} />;
  const left = Date.parse(dueBy) - now;
  const whole = Date.parse(dueBy) - Date.parse(ticket.createdAt);
  return (
    <span class="target" data-state={left <= 0 ? 'late' : left < whole * quarter ? 'soon' : 'due'}>
      <span class="target-word">
        <span class="sr-only">{t(dueBy === ticket.nextReplyBy ? 'due.next' : 'due.solve')} </span>
        {t(left > 0 ? 'target.left' : 'target.late', { time: moments.duration(Math.abs(left)) })}
      </span>
    </span>
  );
};
