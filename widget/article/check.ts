import { type CompiledDocument, compiledDocument } from '../../content/schema/document.ts';

/** A document as it came over the network, or undefined when it is none: only a checked tree is rendered. */
export const checkDocument = (value: unknown): CompiledDocument | undefined => {
  const checked = compiledDocument.safeParse(value);
  return checked.success ? checked.data : undefined;
};
