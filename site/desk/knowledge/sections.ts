import type { CompiledDocument } from '../../../content/schema/document.ts';
import type { Block } from '../../../content/schema/tree.ts';
import { linedSectionsOf } from '../../../content/search/plain.ts';
import { passageOf } from './passage.ts';

/** A part of a document that can be sent: what it shows, and what of it goes into a reply. */
export interface DocumentSection {
  blocks: Block[];
  heading?: string;
  /** Plain text without the heading; empty where there is nothing to send. */
  text: string;
}

/** Cut at the headings. The steps of a walkthrough are a section of their own. */
export const documentSections = ({ body, steps }: Pick<CompiledDocument, 'body' | 'steps'>): DocumentSection[] => {
  const cut: Block[][] = [[]];
  for (const block of body) {
    if (block.tag === 'h2' || block.tag === 'h3' || block.tag === 'h4') cut.push([block]);
    else cut.at(-1)?.push(block);
  }
  const listed = (steps ?? []).map((step) => [...step.do, ...step.say]);
  if (listed.length > 0) cut.push([{ tag: 'steps', items: listed }]);
  return cut
    .filter((blocks) => blocks.length > 0)
    .map((blocks) => {
      const [section] = linedSectionsOf({ body: blocks });
      return {
        blocks,
        ...(section?.heading !== undefined && { heading: section.heading }),
        text: section ? passageOf(section) : '',
      };
    });
};
