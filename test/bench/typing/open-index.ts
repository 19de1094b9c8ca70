/** What a page needs to open an index, and nothing else. */
export { createEngine } from '../../../content/search/engine.ts';
export { openIndex } from '../../../content/search/reader.ts';
