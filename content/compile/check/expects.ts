import type { Engine } from '../../search/engine.ts';
import type { CompileError } from '../compile-error.ts';
import type { LocaleContent } from '../locale-content.ts';

const places = 3;

/** Asks the index that readers will get every question of `expects`. */
export function checkExpects(content: LocaleContent, engine: Engine): CompileError[] {
  return content.documents
    .filter(({ source }) => source.locale === content.locale)
    .flatMap(({ source, about, lineOf }) =>
      (about?.expects ?? []).flatMap((question, number): CompileError[] => {
        const found = engine.search(question, places).results.map(({ record }) => record.id);
        if (found.includes(source.id)) return [];
        return [
          {
            file: source.file,
            line: lineOf(['expects', number]),
            field: `expects[${number}]`,
            found: found.join(', ') || 'no document',
            expected: `${source.id} among the first ${places} for ${JSON.stringify(question)}`,
            hint: 'use its words in title, keywords or headings, or leave the question to the document found',
          },
        ];
      }),
    );
}
