import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problem } from '../../../api/contract/problem.ts';

test('every problem has a section of the article that its type leads to', () => {
  const article = readFileSync(
    new URL('../../../content/en/articles/operating/api-problems.md', import.meta.url),
    'utf8',
  );
  const sections = [...article.matchAll(/^## (\S+)$/gm)].map(([, code]) => code);
  expect(sections.sort()).toEqual([...problem.shape.code.options].sort());
});
