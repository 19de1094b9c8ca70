import * as z from 'zod/mini';

/**
 * The safe tree: what an article's body is after the compile step. No element or attribute outside this list exists,
 * so a renderer that walks it with createElement cannot be made to run anything.
 */

/** Where a link leads: another document of this help center, or an address (`https:`, `mailto:`, or `#anchor` in this document). */
const target = z.union([
  z.strictObject({ document: z.string(), anchor: z.optional(z.string()) }),
  z.strictObject({ href: z.string().check(z.regex(/^(?:https:\/\/|mailto:|#)/)) }),
]);
export type LinkTarget = z.infer<typeof target>;

/** A picture; `src` is a file name below the widget's base (`tz/…`), width and height in CSS pixels. */
export const picture = z.strictObject({
  tag: z.literal('img'),
  src: z.string(),
  alt: z.string(),
  width: z.optional(z.int()),
  height: z.optional(z.int()),
});

export type Inline =
  | string
  | { tag: 'strong' | 'em' | 'del'; children: Inline[] }
  | { tag: 'code'; text: string }
  | { tag: 'a'; to: LinkTarget; children: Inline[] }
  | { tag: 'br' }
  | z.infer<typeof picture>;

export const inline: z.ZodMiniType<Inline> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ tag: z.enum(['strong', 'em', 'del']), children: z.array(inline) }),
    z.strictObject({ tag: z.literal('code'), text: z.string() }),
    z.strictObject({ tag: z.literal('a'), to: target, children: z.array(inline) }),
    z.strictObject({ tag: z.literal('br') }),
    picture,
  ]),
);

const cellAlign = z.enum(['start', 'center', 'end']);

export type Block =
  | { tag: 'p'; children: Inline[] }
  | { tag: 'h2' | 'h3' | 'h4'; id: string; children: Inline[] }
  | { tag: 'ul' | 'steps'; items: Block[][] }
  | { tag: 'ol'; start: number; items: Block[][] }
  | { tag: 'blockquote'; children: Block[] }
  | { tag: 'pre'; language: string; text: string }
  | { tag: 'hr' }
  | { tag: 'table'; align: (z.infer<typeof cellAlign> | null)[]; head: Inline[][]; rows: Inline[][][] }
  | { tag: 'callout'; kind: 'note' | 'tip' | 'warning'; title?: string | undefined; children: Block[] }
  | { tag: 'tabs'; tabs: { label: string; children: Block[] }[] }
  | { tag: 'figure'; image: z.infer<typeof picture>; caption: Inline[] };

export const block: z.ZodMiniType<Block> = z.lazy(() =>
  z.union([
    z.strictObject({ tag: z.literal('p'), children: z.array(inline) }),
    z.strictObject({ tag: z.enum(['h2', 'h3', 'h4']), id: z.string(), children: z.array(inline) }),
    z.strictObject({ tag: z.enum(['ul', 'steps']), items: z.array(z.array(block)) }),
    z.strictObject({ tag: z.literal('ol'), start: z.int(), items: z.array(z.array(block)) }),
    z.strictObject({ tag: z.literal('blockquote'), children: z.array(block) }),
    z.strictObject({ tag: z.literal('pre'), language: z.string(), text: z.string() }),
    z.strictObject({ tag: z.literal('hr') }),
    z.strictObject({
      tag: z.literal('table'),
      align: z.array(z.nullable(cellAlign)),
      head: z.array(z.array(inline)),
      rows: z.array(z.array(z.array(inline))),
    }),
    z.strictObject({
      tag: z.literal('callout'),
      kind: z.enum(['note', 'tip', 'warning']),
      title: z.optional(z.string()),
      children: z.array(block),
    }),
    z.strictObject({
      tag: z.literal('tabs'),
      tabs: z.array(z.strictObject({ label: z.string(), children: z.array(block) })),
    }),
    z.strictObject({ tag: z.literal('figure'), image: picture, caption: z.array(inline) }),
  ]),
);
