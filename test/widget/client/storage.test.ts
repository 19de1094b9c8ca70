import { expect, it } from 'vitest';
import { createMemory } from '../../../widget/client/memory.ts';
import { openStorage } from '../../../widget/client/storage.ts';
import { storageConformance } from '../../conformance/storage.ts';

storageConformance('memory', async () => createMemory());

it('keeps everything in memory where the page asks for it or the browser has nothing else', () => {
  expect(openStorage('none').persistent).toBe(false);
  expect(openStorage('auto').persistent).toBe(false);
});
