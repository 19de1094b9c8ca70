import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { HandoverDraft, WrittenNote } from '../../../api/contract/handover.ts';
import { differenceOf, wholeNote } from '../../../api/contract/handover-difference.ts';
import { missing } from '../../../api/contract/handover-needs.ts';
import type { Failure } from '../../../widget/client/api.ts';
import { table } from './table.ts';
import { at } from './ticket.ts';

const refused = (status: number, code: string): Failure => ({ ok: false, kind: 'problem', status, code });

/** What the API would say, of a table with one group a tier. */
export const fakeDraft = (
  ticket: DeskTicket,
  to = `tier:${ticket.tier === 3 ? 2 : ticket.tier + 1}`,
  people: readonly { id: string; name: string; groups: string[] }[] = [],
): HandoverDraft => {
  const found = table.groups.find(({ id, tier }) => id === to || `tier:${tier}` === to);
  if (!found) throw new Error(`No group ${to}.`);
  const move = { from: { tier: ticket.tier, group: ticket.group }, to: { tier: found.tier, group: found.id } };
  const whole = wholeNote(ticket.handovers);
  const { nextAction: _, ...before } = whole;
  const note: HandoverDraft['note'] = {
    problem: ticket.excerpt,
    ...before,
    received: ticket.createdAt,
    searches: [{ query: 'launcher', results: 0 }],
    replyBy: at(7),
  };
  return {
    seen: ticket.messages.length + ticket.handovers.length,
    ...move,
    isCapable: found.id !== 'on-call',
    groups: table.groups.map(({ id, tier }) => ({ group: id, tier, isOpen: id === 'on-call', opensAt: at(21) })),
    people: people.filter(({ groups }) => groups.includes(found.id)).map(({ id, name }) => ({ id, name })),
    note,
    missing: missing(note, move),
    whole,
    step: { kind: 'moved', at: at(0), group: found.title['en'] ?? found.id, replyBy: at(7) },
    transfers: ticket.transfers,
    ...(ticket.transfers > 1 && { backAndForth: { between: [1, 2], times: ticket.transfers } }),
  };
};

interface Wanted {
  to: string;
  note: WrittenNote;
  seen: number;
  assignee?: string | undefined;
}

export const fakeHandOver = (
  ticket: DeskTicket,
  { to, note, seen, assignee }: Wanted,
  people: Parameters<typeof fakeDraft>[2],
  change: (id: string, next: Partial<DeskTicket>) => DeskTicket | undefined,
): { ok: true; value: DeskTicket } | Failure => {
  const draft = fakeDraft(ticket, to, people);
  if (ticket.status === 'closed') return refused(409, 'conflict');
  if (seen !== draft.seen) return refused(409, 'handover-stale');
  if (missing(note, draft).length > 0) return refused(422, 'handover-incomplete');
  if (assignee !== undefined && draft.people.every(({ id }) => id !== assignee))
    return refused(422, 'handover-incomplete');
  const id = `h${ticket.handovers.length + 1}`;
  const author = { kind: 'person' as const, id: 'mira', name: 'Mira' };
  const { searches, received, replyBy } = draft.note;
  const difference = differenceOf(draft.whole, { ...note, searches, received, replyBy });
  const handover = { id, at: at(0), author, from: draft.from, to: draft.to, difference, missing: [], isComplete: true };
  const next = change(ticket.id, {
    tier: draft.to.tier,
    group: draft.to.group,
    transfers: ticket.transfers + 1,
    assignee,
    handovers: [...ticket.handovers, handover],
  });
  return next ? { ok: true, value: next } : refused(404, 'not-found');
};
