import type { CompiledDocument } from '../schema/document.ts';
import type { Block } from '../schema/tree.ts';
import { parseMarkdown } from './markdown/parse.ts';
import type { Reading } from './markdown/reading.ts';
import type { Yaml } from './yaml.ts';

type Steps = NonNullable<CompiledDocument['steps']>;
type Shared = Pick<Reading, 'source' | 'report' | 'picture' | 'links'>;

/** Reads the Markdown in so many steps of a walkthrough. */
export function parseSteps(count: number, yaml: Yaml, shared: Shared): Steps {
  return Array.from({ length: count }, (_, index) => {
    const todo = parseField(['steps', index, 'do'], yaml, shared);
    if (todo.length !== 1 || todo[0]?.tag !== 'p') {
      const field = `steps[${index}].do`;
      const line = yaml.lineOf(['steps', index, 'do']);
      shared.report({
        line,
        field,
        found: `${todo.length} blocks`,
        expected: 'one paragraph',
        hint: 'the rest goes into say',
      });
    }
    return { do: todo, say: parseField(['steps', index, 'say'], yaml, shared) };
  });
}

function parseField([steps, index, key]: [string, number, string], yaml: Yaml, shared: Shared): Block[] {
  const source = yaml.textAt([steps, index, key]);
  return source ? parseMarkdown({ ...shared, ...source, field: `${steps}[${index}].${key}`, headings: false }) : [];
}
