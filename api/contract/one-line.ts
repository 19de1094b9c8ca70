import * as z from 'zod/mini';

/** What people read in a line: something to see, and nothing that breaks the line or turns the direction of what follows. */
export const oneLine = (longest: number, expected: string) =>
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(longest),
      z.regex(/[^\s\p{C}]/u, expected),
      z.regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, 'expected one line, without control characters'),
    );
