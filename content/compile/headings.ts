import type { Block } from '../schema/tree.ts';
import { textOf } from './markdown/inline.ts';

/** A heading as tables of contents take it. */
export interface DocumentHeading {
  depth: 2 | 3 | 4;
  slug: string;
  text: string;
}

const depths = { h2: 2, h3: 3, h4: 4 } as const;

/** The headings of a document, in order. They stand at its top level only. */
export function headingsOf(blocks: readonly Block[]): DocumentHeading[] {
  return blocks.flatMap((block) =>
    block.tag === 'h2' || block.tag === 'h3' || block.tag === 'h4'
      ? [{ depth: depths[block.tag], slug: block.id, text: textOf(block.children) }]
      : [],
  );
}
