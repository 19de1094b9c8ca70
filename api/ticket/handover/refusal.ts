import type { WrittenField } from '../../contract/handover.ts';
import type { Refusal } from '../change.ts';

const expected: Partial<Record<WrittenField | 'to' | 'assignee', string>> = {
  to: 'a tier or a group of the team that does not have it now',
  assignee: 'a person of the group that gets it',
  tried: 'what was tried and what came of it',
  hypothesis: 'some words here or in note.blocker',
};

/** What is missing, as a problem names fields. */
export const refusedFor = (fields: readonly (WrittenField | 'to' | 'assignee')[]): Refusal => ({
  refused: 'handover-incomplete',
  errors: fields.map((field) => ({
    path: field === 'to' || field === 'assignee' ? field : `note.${field}`,
    expected: expected[field] ?? 'some words',
  })),
});
