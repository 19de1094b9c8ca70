import { type DeskNote, deskNote } from '../contract/desk-change.ts';
import { randomId } from '../secrets.ts';
import type { Person, StoredNote } from '../store/store.ts';
import { change } from './change.ts';
import type { TicketDeps } from './deps.ts';
import { once } from './once.ts';
import { type Outcome, refused } from './outcome.ts';
import { shownNote } from './shown.ts';
import { actorOf, ticketFor } from './viewer.ts';

/** A note for the desk alone; closed tickets take one as well. */
export const addNote = (
  deps: TicketDeps,
  ticketId: string,
  { key, text, agent }: { key: string; text: string; agent: Person },
): Promise<Outcome<DeskNote>> =>
  once<DeskNote>(
    deps,
    { scope: `note ${ticketId} ${agent.id}`, key, body: { text } },
    {
      work: async (claim) => {
        const { id, name } = agent;
        const note: StoredNote = { id: randomId(deps.random), author: { id, name }, text, at: deps.now() };
        const body = shownNote(note);
        const result = await change(deps, {
          find: () => ticketFor(deps, agent, ticketId),
          actor: actorOf(agent),
          kept: { claim, answer: { status: 201, body: JSON.stringify(body) } },
          step: () => ({ events: [{ kind: 'noted', note: note.id }], note }),
        });
        if (result.kind === 'claim-lost') return undefined;
        if (result.kind !== 'changed') return refused('not-found');
        return { kind: 'answer', status: 201, body, replayed: false };
      },
      replay: async ({ answer }) => deskNote.parse(JSON.parse(answer.body)),
    },
  );
