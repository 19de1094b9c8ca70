import { beforeAll, describe, expect, it } from 'vitest';
import { countSteps, type StepCounter } from '../../bench/work/counters.ts';

let counter: StepCounter;
let syntaxTree: typeof import('../../../content/compile/markdown/parse.ts').syntaxTree;
beforeAll(async () => {
  counter = await countSteps(['/micromark', '/mdast-util-']);
  ({ syntaxTree } = await import('../../../content/compile/markdown/parse.ts'));
});

/** Steps of the parser. */
async function stepsFor(text: string): Promise<number> {
  await counter.take();
  syntaxTree(text);
  return Object.values(await counter.take()).reduce((sum, steps) => sum + steps, 0);
}

describe('hostile Markdown', () => {
  it.each(['<a', '> ', ':::note[', '[x](', '- ', '**a', '`', '|a', '<', '!['])(
    'of four times the length takes less than twelve times the work: %s',
    async (piece) => {
      await stepsFor(piece.repeat(10));
      const [few, many] = [await stepsFor(piece.repeat(60)), await stepsFor(piece.repeat(240))];
      expect(few).toBeGreaterThan(100);
      expect(many).toBeLessThan(few * 12);
    },
  );
});
