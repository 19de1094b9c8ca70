import * as z from 'zod/mini';

/** `content/<locale>/articles/<category>/_category.yaml`. */
export const category = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(2), z.maxLength(40)),
  description: z.string().check(z.trim(), z.minLength(10), z.maxLength(120)),
  /** Place in lists, lowest first. */
  order: z.int().check(z.minimum(1)),
});
export type Category = z.infer<typeof category>;
