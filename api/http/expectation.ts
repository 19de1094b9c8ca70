import type * as z from 'zod/mini';
import type { Problem } from '../contract/problem.ts';

type Issue = z.core.$ZodIssue;

/** More would only repeat itself. */
const most = 20;

/** What was wrong with a body: the path of each field and what it should have been, never what it was. */
export const expectations = (error: z.core.$ZodError): NonNullable<Problem['errors']> =>
  error.issues.slice(0, most).map((issue) => ({ path: pathOf(issue), expected: expected(issue) }));

/** `context[3].query`; the body itself is `$`. */
function pathOf({ path }: Issue): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || '$';
}

function expected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'too_big':
      return `at most ${issue.maximum}${unit(issue.origin)}`;
    case 'too_small':
      return `at least ${issue.minimum}${unit(issue.origin)}`;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'unrecognized_keys':
      return 'no other fields';
    case 'invalid_union':
      return 'one of the known kinds';
    case 'invalid_format':
      // Our own patterns say in words what they want.
      return issue.message.startsWith('expected ') ? issue.message.slice(9) : `the format of ${issue.format}`;
    default:
      return 'a valid value';
  }
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' items' : '';
}
