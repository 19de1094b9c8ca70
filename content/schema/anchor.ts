import * as z from 'zod/mini';
import { selectorOfRole } from './role.ts';

/** Name of a place in the host page, as in `data-tierzero-anchor="invoice.new"`. */
export const anchorName = z
  .string()
  .check(
    z.maxLength(80),
    z.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'expected a name such as invoice.new: lower case, dots and hyphens'),
  );

const means = {
  /** The attribute that the page's authors keep when they change the page. */
  name: z.optional(anchorName),
  /** A CSS selector, within whichever root holds the element. */
  selector: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
  /** An ARIA role, given by an attribute or by the element itself, such as button, link, textbox, combobox. */
  role: z.optional(z.string().check(z.regex(/^[a-z]+$/, 'expected an ARIA role such as button'))),
  /** Accessible name of what has the role, whole, whatever its case and spaces. */
  label: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
};

/**
 * Where a step is in the host page. The name is looked for first, then the selector, then the role with its label, in
 * whatever order they are written; the first that is there and visible counts. Open shadow roots and frames of the same origin are searched too.
 */
const fullAnchor = z.strictObject(means).check(
  z.refine(
    ({ name, selector, role, label }) => (name ?? selector ?? role ?? label) !== undefined,
    'expected a name, a selector, or a role with its label',
  ),
  z.refine(({ role, label }) => (role === undefined) === (label === undefined), 'expected role and label together'),
);
export type FullAnchor = z.infer<typeof fullAnchor>;

/** As authors write it: `invoice.new` is short for `{ name: invoice.new }`. */
export const writtenAnchor = z.union([anchorName, fullAnchor]);
export type WrittenAnchor = z.infer<typeof writtenAnchor>;

/** As it is looked for: a page does not have to know what has a role. */
export const anchor = z.strictObject({
  ...means,
  /** Selector of all that has the role. */
  among: z.optional(z.string()),
});
export type Anchor = z.infer<typeof anchor>;

export const anchorFrom = (written: WrittenAnchor): Anchor => {
  if (typeof written === 'string') return { name: written };
  return written.role === undefined ? written : { ...written, among: selectorOfRole(written.role) };
};
