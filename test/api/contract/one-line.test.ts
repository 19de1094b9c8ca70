import { expect, test } from 'vitest';
import { announceIssue } from '../../../api/contract/issue.ts';
import { invite } from '../../../api/contract/people.ts';

const said = (title: string) => ({ titles: { en: title }, texts: { en: 'We look.' }, topic: 'other', tickets: [] });
const asked = (name: string) => ({ name, role: 'agent', groups: [] });

test.each([
  ['a control character', 'Ada\0'],
  ['several lines', 'Ada\r\nBo'],
  ['a line separator', 'Ada\u2028Bo'],
  ['another direction for what follows', 'Ada \u202etxt'],
  ['nothing to see', '\u200b\u200d'],
  ['spaces', '  \u00a0'],
])('a name and a title have no %s', (_, text) => {
  expect(invite.safeParse(asked(text)).success).toBe(false);
  expect(announceIssue.safeParse(said(text)).success).toBe(false);
});

test.each(['Ada Lindqvist', 'محمد', 'می\u200cروم', '👩\u200d💻 Exports', '輸出'])('“%s” is one', (text) => {
  expect(invite.parse(asked(` ${text} `)).name).toBe(text);
  expect(announceIssue.safeParse(said(text)).success).toBe(true);
});
