import { seal } from './envelope.ts';
import type { IndexHead, IndexSource } from './index-source.ts';
import { type Language, languageOf } from './language/language.ts';
import { textWords } from './text.ts';
import { type Entry, encodeIndex } from './wire.ts';

const fieldNames = ['title', 'keywords', 'headings', 'description', 'body'] as const;
type FieldName = (typeof fieldNames)[number];
/** How much a field says about what a document answers, and how much its length dampens (BM25's b). */
const fieldRules: Record<FieldName, { weight: number; dampening: number }> = {
  title: { weight: 4, dampening: 0.5 },
  keywords: { weight: 3, dampening: 0.3 },
  headings: { weight: 2, dampening: 0.75 },
  description: { weight: 2, dampening: 0.75 },
  body: { weight: 1, dampening: 0.75 },
};

/** BM25's k1: how soon another occurrence stops to matter. */
const saturation = 1.2;
/** A reader with a question wants the task before the listing. */
const typePrior = { 'how-to': 1, troubleshooting: 1, concept: 0.95, reference: 0.85 };

type Counts = Map<string, number>;
interface Counted {
  prior: number;
  fields: Record<FieldName, { counts: Counts; length: number }>;
}

/** Occurrences by term. Stop words count in titles and keywords only: a query may consist of nothing else. */
function countField(texts: readonly string[], locale: string, language: Language, withStopWords: boolean) {
  const counts: Counts = new Map();
  const written: string[] = [];
  for (const { forms } of texts.flatMap((text) => textWords(text, locale))) {
    for (const form of forms) {
      if (!withStopWords && language.stopWords.has(form)) continue;
      const term = language.term(form);
      counts.set(term, (counts.get(term) ?? 0) + 1);
      written.push(form);
    }
  }
  return { counts, length: written.length, written };
}

/** How a term becomes a word, as in `Entry`. */
function endingOf(term: string, form: string): string {
  let shared = 0;
  while (shared < term.length && term[shared] === form[shared]) shared++;
  return (term.length > shared ? String(term.length - shared) : '') + form.slice(shared);
}

/** The endings of every term, the most frequent first. */
function endingsOf(language: Language, written: ReadonlyMap<string, number>): Map<string, string> {
  const lists = new Map<string, string[]>();
  const byCount = [...written].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  for (const [form] of byCount) {
    const term = language.term(form);
    lists.set(term, [...(lists.get(term) ?? []), endingOf(term, form)]);
  }
  return new Map([...lists].map(([term, endings]) => [term, endings.join(',')]));
}

const averageLength = (documents: readonly Counted[], name: FieldName): number => {
  const lengths = documents.map((document) => document.fields[name].length).filter(Boolean);
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
};

/** Every field saturates on its own: ten mentions in the body never outweigh the title. */
const fieldScore = (count: number, relativeLength: number, name: FieldName): number => {
  const { weight, dampening } = fieldRules[name];
  return (weight * count * (saturation + 1)) / (count + saturation * (1 - dampening + dampening * relativeLength));
};
const highest = fieldNames.reduce((sum, name) => sum + fieldRules[name].weight * (saturation + 1), 0);
/** Impacts go up in steps of a fifth: as good as all 255 in the ranking, and the compressed file is 7 % smaller. */
const step = Math.log(1.2);
const toImpact = (score: number): number => {
  const snapped = Math.exp(Math.round(Math.log((score / highest) * 255) / step) * step);
  return Math.max(1, Math.min(255, Math.round(snapped)));
};

function impactsOf(document: Counted, averages: Record<FieldName, number>): Map<string, number> {
  const scores: Counts = new Map();
  for (const name of fieldNames) {
    const { counts, length } = document.fields[name];
    for (const [term, count] of counts) {
      const score = fieldScore(count, length / averages[name], name) * document.prior;
      scores.set(term, (scores.get(term) ?? 0) + score);
    }
  }
  return new Map([...scores].map(([term, score]) => [term, toImpact(score)]));
}

const byField = <T>(value: (name: FieldName) => T): Record<FieldName, T> => ({
  title: value('title'),
  keywords: value('keywords'),
  headings: value('headings'),
  description: value('description'),
  body: value('body'),
});

function countDocument(source: IndexSource, locale: string, written: Map<string, number>): Counted {
  const language = languageOf(locale);
  const textsOf = (name: FieldName): readonly string[] => [source.fields[name]].flat();
  return {
    prior: source.type ? typePrior[source.type] : 1,
    fields: byField((name) => {
      const field = countField(textsOf(name), locale, language, name === 'title' || name === 'keywords');
      for (const form of field.written) written.set(form, (written.get(form) ?? 0) + 1);
      return field;
    }),
  };
}

/** The sealed search index of one locale; documents keep the order of `sources`. */
export function buildIndex(head: IndexHead, sources: readonly IndexSource[]): Uint8Array<ArrayBuffer> {
  const language = languageOf(head.locale);
  const written = new Map<string, number>();
  const documents = sources.map((source) => countDocument(source, head.locale, written));
  const averages = byField((name) => averageLength(documents, name));
  const endings = endingsOf(language, written);
  const entries = new Map<string, Entry>();
  documents.forEach((document, number) => {
    for (const [term, impact] of impactsOf(document, averages)) {
      const entry = entries.get(term) ?? { term, endings: endings.get(term) ?? '', postings: [] };
      entry.postings.push({ document: number, impact });
      entries.set(term, entry);
    }
  });
  const sorted = [...entries.values()].sort((a, b) => (a.term < b.term ? -1 : 1));
  return seal('S', encodeIndex({ ...head, records: sources.map(({ record }) => record) }, sorted));
}
