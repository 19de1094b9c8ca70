import * as z from 'zod/mini';

/** Name of a place in the host page, as in `data-tierzero-anchor="invoice.new"`. */
export const anchorName = z
  .string()
  .check(
    z.maxLength(80),
    z.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'expected a name such as invoice.new: lower case, dots and hyphens'),
  );

/**
 * Where a step is in the host page. What is named first is looked for first: the name, then the selector, then the role
 * with its label; the first that is there and visible counts. Open shadow roots and frames of the same origin are searched too.
 */
export const anchor = z
  .strictObject({
    /** The attribute that the page's authors keep when they change the page. */
    name: z.optional(anchorName),
    /** A CSS selector, within whichever root holds the element. */
    selector: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
    /** An ARIA role, given by an attribute or by the element itself, such as button, link, textbox, combobox. */
    role: z.optional(z.string().check(z.regex(/^[a-z]+$/, 'expected an ARIA role such as button'))),
    /** Accessible name of what has the role, whole, whatever its case and spaces. */
    label: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
  })
  .check(
    z.refine(
      ({ name, selector, role, label }) => name !== undefined || selector !== undefined || (role && label),
      'expected a name, a selector, or a role with its label',
    ),
    z.refine(({ role, label }) => (role === undefined) === (label === undefined), 'expected role and label together'),
  );
export type Anchor = z.infer<typeof anchor>;

/** As authors write it: `invoice.new` is short for `{ name: invoice.new }`. */
export const writtenAnchor = z.union([anchorName, anchor]);
export type WrittenAnchor = z.infer<typeof writtenAnchor>;

export const anchorFrom = (written: WrittenAnchor): Anchor =>
  typeof written === 'string' ? { name: written } : written;
