import * as z from 'zod/mini';
import { type HandoverNote, type WrittenField, type WrittenNote, writtenNote } from '../../../api/contract/handover.ts';

/** Fields of one text; what was tried has lines of two. */
export type TextField = Exclude<WrittenField, 'tried'>;
const textFields = z.keyof(z.omit(writtenNote, { tried: true })).options;

const line = z.object({ what: z.string(), result: z.string() });
/** A note as it is being written. */
const noteForm = z.object({
  /** A tier or a group, once one was chosen. */
  to: z.optional(z.string()),
  /** Id of whom it is given to there. */
  person: z.optional(z.string()),
  texts: z.partialRecord(z.enum(textFields), z.string()),
  tried: z.array(line),
});
export type NoteForm = z.infer<typeof noteForm>;

/** A form with what the notes before say. */
export const formOf = (note: HandoverNote): NoteForm => ({
  texts: Object.fromEntries(textFields.flatMap((field) => (note[field] === undefined ? [] : [[field, note[field]]]))),
  tried: note.tried ?? [],
});

/** What is written, without what is empty and lines that are half. */
export const writtenIn = ({ texts, tried }: NoteForm): WrittenNote => {
  const lines = tried
    .map(({ what, result }) => ({ what: what.trim(), result: result.trim() }))
    .filter(({ what, result }) => what !== '' && result !== '');
  const written = textFields.flatMap((field) => (texts[field]?.trim() ? [[field, texts[field].trim()]] : []));
  return { ...Object.fromEntries(written), ...(lines.length > 0 && { tried: lines }) };
};

/** A form that was kept, or nothing where it is none any more. */
export const readForm = (text: string | undefined): NoteForm | undefined => {
  try {
    return noteForm.safeParse(JSON.parse(text ?? 'null')).data;
  } catch {
    return undefined;
  }
};

export { textFields };
