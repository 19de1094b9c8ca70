import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../widget/client/memory.ts';
import { createTrail } from '../../../widget/context/trail.ts';
import { mark, marksOf } from '../../../widget/shell/step-marks.ts';
import { walkedIn } from '../../../widget/walkthrough/walked.ts';
import { walkthroughDocument } from '../../support/walkthrough-document.ts';

const step = { do: [], say: [] };
const document = walkthroughDocument({ steps: [step, step], guide: undefined });

const device = () => {
  const storage = createMemory();
  return { storage, trail: createTrail({ storage, now: () => 0 }) };
};

describe('steps that are ticked off in the article', () => {
  it('make it one that was gone through, with the last of them and no earlier', async () => {
    const at = device();
    mark(at, document, 2, true);
    expect([...(await walkedIn(at.storage))]).toEqual([]);
    mark(at, document, 1, true);
    expect([...(await walkedIn(at.storage))]).toEqual(['walkthrough:one']);
  });

  it('are taken back, and are those of one device', () => {
    const [at, other] = [device(), device()];
    mark(at, document, 1, true);
    mark(at, document, 2, true);
    mark(at, document, 1, false);
    expect([...marksOf(at, document)]).toEqual([2]);
    expect([...marksOf(other, document)]).toEqual([]);
  });
});
