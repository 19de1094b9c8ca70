import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WrittenNote } from '../../../../api/contract/handover.ts';
import { wholeNote } from '../../../../api/contract/handover-difference.ts';
import type { StoredThread } from '../../../../api/store/store.ts';
import { changeOf } from '../../../../api/ticket/change.ts';
import { handOverStep, seenOf } from '../../../../api/ticket/handover/step.ts';
import { stepsOf } from '../../../../api/ticket/steps.ts';
import { createTicket, openApi } from '../../http/harness.ts';
import { fixture } from '../../routing/fixture.ts';

const author = { kind: 'person', id: 'mo', name: 'Mo' } as const;
const enough: WrittenNote = {
  problem: 'a',
  goal: 'b',
  impact: 'c',
  expected: 'd',
  actual: 'e',
  since: 'f',
  tried: [{ what: 'g', result: 'h' }],
  found: 'i',
  hypothesis: 'j',
  nextAction: 'k',
};
const place = fc.constantFrom('tier:1', 'tier:2', 'tier:3', ...fixture.groups.map(({ id }) => id));

describe('any way of handing a ticket over', () => {
  test('leaves it where it was handed to, counts its tiers, and keeps what was written', async () => {
    const api = openApi({ routing: fixture });
    await createTicket(api, { topic: 'account', message: 'My name is wrong.' });
    const [row] = await api.store.listTickets({ before: undefined, limit: 1 });
    const first = await api.store.ticketById(row?.id ?? '');
    if (!first) throw new Error('The ticket is gone.');
    const { deps } = api;
    const handedOver = (thread: StoredThread, to: string, note: WrittenNote): StoredThread => {
      const id = `n${thread.events.length}`;
      const circumstances = { author, routing: fixture, at: deps.now(), id, related: [], takers: [] };
      const step = handOverStep(thread, { to, note, seen: seenOf(thread) }, circumstances);
      return 'refused' in step ? thread : changeOf(deps, { thread, step, actor: author }).thread;
    };
    fc.assert(
      fc.property(fc.array(fc.record({ to: place, word: fc.constantFrom('x', 'y') }), { maxLength: 9 }), (moves) => {
        let thread = first;
        let tiers = 0;
        for (const { to, word } of moves) {
          const before = thread;
          const note = { ...enough, problem: word };
          thread = handedOver(before, to, note);
          if (thread === before) {
            expect(to).toBe(before.ticket.group);
            continue;
          }
          tiers += thread.ticket.tier === before.ticket.tier ? 0 : 1;
          expect([thread.ticket.group, `tier:${thread.ticket.tier}`]).toContain(to);
          expect(thread.ticket.exhausted).toBeGreaterThanOrEqual(before.ticket.exhausted);
          expect(wholeNote(thread.handovers)).toMatchObject(note);
          const last = stepsOf(thread, deps).at(-1);
          expect(last).toMatchObject({ kind: 'moved', replyBy: new Date(thread.ticket.firstReplyBy).toISOString() });
        }
        expect(thread.ticket.transfers).toBe(tiers);
        expect(stepsOf(thread, deps)).toHaveLength(thread.handovers.length + 1);
      }),
      { numRuns: 150 },
    );
  });
});
