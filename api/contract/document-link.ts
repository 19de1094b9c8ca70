const address = /(https?:\/\/[\w.:/#-]*[\w/])/;
const page = /^(?:[\w-]+\/)?(?:articles|faqs|walkthroughs)\/[\w-]+\/(?:#[\w-]+)?$/;

/** A piece of a text, and whether it is the address of a document. */
export interface TextPart {
  text: string;
  isLink: boolean;
}

/**
 * What the team wrote, in pieces: pages of documents of the help center at `base`, which ends in `/`, and what is between.
 *
 * SECURITY: nothing else becomes a link, on whatever host it is, and nothing in what a requester wrote: do not ask for it.
 */
export const withDocumentLinks = (text: string, base: string): TextPart[] =>
  text
    .split(address)
    .map((part) => ({ text: part, isLink: part.startsWith(base) && page.test(part.slice(base.length)) }));
