import { isInternal } from '../../../content/schema/internal.ts';
import type { SearchRecord } from '../../../content/schema/search-record.ts';
import { readBlock } from '../../../content/search/block.ts';
import { createEngine, type Engine } from '../../../content/search/engine.ts';
import { findById } from '../../../content/search/find.ts';
import { type Mark, marksOf } from '../../../content/search/marks.ts';
import { openIndex } from '../../../content/search/reader.ts';
import type { Result } from '../../thread/result.ts';
import type { KnowledgeClient } from './knowledge-client.ts';

/** A result as the panel lists it. */
export interface KnowledgeRow {
  record: SearchRecord;
  isInternal: boolean;
  titleMarks: Mark[];
  textMarks: Mark[];
}

export interface KnowledgeSearch {
  find(words: string): Promise<KnowledgeRow[]>;
  /** The document that a link leads to; a former id counts. */
  byId(id: string): Promise<SearchRecord | undefined>;
}

const shown = 12;
/** A query of a large index asks for its words, then for what they lead to, then for records. */
const mostRounds = 4;

/** The engine of readers, over what agents may read too. */
export const openSearch = async (client: KnowledgeClient, locale: string): Promise<Result<KnowledgeSearch>> => {
  const answer = await client.index(locale);
  if (!answer.ok) return answer;
  const opened = openIndex(answer.value);
  if (!opened.ok) return { ok: false, kind: 'invalid-response' };
  const engine = createEngine(opened.index);
  const rounds = takeMissing(engine, client);
  return {
    ok: true,
    value: {
      async find(words) {
        const { results } = await rounds(() => engine.search(words, shown, { shown }));
        return results.map(({ record, terms }) => ({
          record,
          isInternal: isInternal(record.id),
          titleMarks: marksOf(record.title, terms, engine.dictionary),
          textMarks: marksOf(record.description, terms, engine.dictionary),
        }));
      },
      byId: async (id) => (await rounds(() => findById(opened.index, id))).record,
    },
  };
};

/** Asks again with what was missing, as long as that leads on. What cannot be had is left out. */
const takeMissing =
  ({ files }: Engine, client: KnowledgeClient) =>
  async <T extends { missing?: string[] }>(ask: () => T): Promise<T> => {
    files.forgive();
    let answer = ask();
    for (let round = 0; round < mostRounds && answer.missing && answer.missing.length > 0; round++) {
      await Promise.all(
        answer.missing.map(async (file) => {
          const part = await client.part(file);
          if (part.ok) files.take(file, part.value, readBlock);
          else files.lose(file);
        }),
      );
      answer = ask();
    }
    return answer;
  };
