import type { CompiledDocument } from '../schema/document.ts';
import { type Section, sectionsOf } from '../search/plain.ts';
import { cacheKey } from './cache.ts';

/** The trees of a document. */
type Trees = Pick<CompiledDocument, 'body' | 'steps' | 'guide' | 'seal'>;

/** What a document says, as JSON: a run passes on most of it without a look inside. */
export interface DocumentContent {
  /** `{"body":[…]}`, and `"steps"`, `"guide"` and `"seal"` in it where there are any. */
  json: Uint8Array;
  /** Stands for what it says, and for all that follows from that alone. */
  key: string;
  trees(): Trees;
  sections(): Section[];
}

export function contentOf(json: Uint8Array): DocumentContent {
  let trees: Trees | undefined;
  let sections: Section[] | undefined;
  const read = () => (trees ??= JSON.parse(new TextDecoder().decode(json)));
  return {
    json,
    key: cacheKey(json),
    trees: read,
    sections: () => (sections ??= sectionsOf(read())),
  };
}
