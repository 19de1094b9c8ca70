import type { WrittenField } from '../../contract/handover.ts';
import type { Refusal } from '../change.ts';

const expected: Partial<Record<WrittenField | 'to', string>> = {
  to: 'a tier or a group of the team that does not have it now',
  tried: 'what was tried and what came of it',
  hypothesis: 'some words here or in note.blocker',
};

/** What is missing, as a problem names fields. */
export const refusedFor = (fields: readonly (WrittenField | 'to')[]): Refusal => ({
  refused: 'handover-incomplete',
  errors: fields.map((field) => ({
    path: field === 'to' ? field : `note.${field}`,
    expected: expected[field] ?? 'some words',
  })),
});
