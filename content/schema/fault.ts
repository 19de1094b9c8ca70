import * as z from 'zod/mini';

/** A check of a text that says itself what is wrong: `expected …`, or nothing. */
export const faultless = (faultOf: (text: string) => string | undefined) =>
  z.check<string>(({ value, issues }) => {
    const message = faultOf(value);
    if (message !== undefined) issues.push({ code: 'custom', input: value, message });
  });
