import {
  type HandoverNote,
  handoverNote,
  type NoteDifference,
  type NoteField,
  noteDifference,
  noteFields,
} from './handover.ts';

type Loose = Partial<Record<NoteField, unknown>>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What comes at the end of a list that begins as another one does; nothing where it does not. */
function tail(before: unknown, after: unknown): unknown[] | undefined {
  if (!Array.isArray(before) || !Array.isArray(after) || after.length <= before.length) return undefined;
  return same(before, after.slice(0, before.length)) ? after.slice(before.length) : undefined;
}

/** What a note says that is not in the one before. */
export function differenceOf(before: HandoverNote, after: HandoverNote): NoteDifference {
  const set: Loose = {};
  const added: Loose = {};
  for (const field of noteFields) {
    if (after[field] === undefined || same(before[field], after[field])) continue;
    const more = tail(before[field], after[field]);
    if (more) added[field] = more;
    else set[field] = after[field];
  }
  const gone = noteFields.filter((field) => before[field] !== undefined && after[field] === undefined);
  return noteDifference.parse({ set, added, gone });
}

/** The note after a difference. */
function withDifference(before: HandoverNote, { set, added, gone }: NoteDifference): HandoverNote {
  const next: Loose = { ...before, ...set };
  for (const field of gone) Reflect.deleteProperty(next, field);
  for (const [field, more] of Object.entries(added)) {
    const known: unknown = Reflect.get(next, field);
    Reflect.set(next, field, [...(Array.isArray(known) ? known : []), ...(Array.isArray(more) ? more : [])]);
  }
  return handoverNote.parse(next);
}

/** All notes of a ticket as one, oldest first. */
export const wholeNote = (notes: readonly { difference: NoteDifference }[]): HandoverNote =>
  notes.reduce<HandoverNote>((note, { difference }) => withDifference(note, difference), {});
