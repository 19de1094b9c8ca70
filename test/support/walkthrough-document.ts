import type { CompiledDocument } from '../../content/schema/document.ts';

/** A walkthrough of one step, as it is published. */
export const walkthroughDocument = (more: Partial<CompiledDocument> = {}): CompiledDocument => ({
  id: 'walkthrough:one',
  kind: 'walkthrough',
  slug: 'one',
  locale: 'en',
  category: 'start',
  title: 'One',
  description: 'One',
  related: [],
  body: [],
  source: 'en/one.yaml',
  steps: [{ do: [], say: [] }],
  guide: { start: '/', steps: [{ id: 'one', advance: { by: 'next' }, skip: false }] },
  ...more,
});
