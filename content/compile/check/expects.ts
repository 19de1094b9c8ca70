import type { Engine } from '../../search/engine.ts';
import type { CompileError } from '../compile-error.ts';
import type { ParsedDocument } from '../document.ts';
import type { LocaleContent } from '../locale-content.ts';

const places = 3;

/**
 * The questions of `expects` that are found only because they are written there. Readers word them in other ways, so that
 * title, keywords and text should lead there too. `unaided` is the search without them.
 */
export function aidedQuestions({ documents, locale }: LocaleContent, unaided: Engine): string[] {
  return documents
    .filter(({ source }) => source.locale === locale)
    .flatMap(({ source, about, lineOf }) =>
      (about?.expects ?? []).flatMap((question, number) =>
        unaided.search(question, places).results.some(({ record }) => record.id === source.id)
          ? []
          : [`${source.file}:${lineOf(['expects', number])}: ${JSON.stringify(question)}`],
      ),
    );
}

/** A document that promises to be found. */
type Promising = Pick<ParsedDocument, 'lineOf'> & {
  source: { file: string; locale: string; id: string };
  about?: { expects: readonly string[] };
};

/** Asks the index that readers will get every question of `expects`. */
export function checkExpects(
  content: { locale: string; documents: readonly Promising[] },
  engine: Engine,
): CompileError[] {
  return content.documents
    .filter(({ source }) => source.locale === content.locale)
    .flatMap(({ source, about, lineOf }) =>
      (about?.expects ?? []).flatMap((question, number): CompileError[] => {
        const found = engine.search(question, places).results.map(({ record }): string => record.id);
        if (found.includes(source.id)) return [];
        return [
          {
            file: source.file,
            line: lineOf(['expects', number]),
            field: `expects[${number}]`,
            found: found.join(', ') || 'no document',
            expected: `${source.id} among the first ${places} for ${JSON.stringify(question)}`,
            hint: hintFor(found[0]),
          },
        ];
      }),
    );
}

/** The fault may be another document's: one that came later, or was given more questions and keywords. */
function hintFor(first: string | undefined): string {
  const mend = 'use its words in title, keywords or headings, or leave the question to the document found';
  return first === undefined ? mend : `first is now ${first}: if that has changed, look there; else ${mend}`;
}
