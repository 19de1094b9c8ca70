import * as z from 'zod/mini';

/** What a request is about, as a slug; or, from its page context, where a walkthrough could not go on: `step:send-it`. */
export const tag = z
  .string()
  .check(
    z.maxLength(100),
    z.regex(
      /^(?:(?:walkthrough|step|reason):)?[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'expected lower case letters, digits and hyphens',
    ),
  );

/** Whether a tag says something of what was read before asking, which can be withheld. */
export const isTrailTag = (text: string): boolean => /^(?:walkthrough|step|reason):/.test(text);
