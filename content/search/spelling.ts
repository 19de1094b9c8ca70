import type { CompiledDocument } from '../schema/document.ts';
import type { SearchRecord } from '../schema/search-record.ts';
import { sectionsOf } from './plain.ts';
import { sentencesOf } from './sentences.ts';
import { queryWords, textWords } from './text.ts';

/**
 * Words are folded in an index: what a mistyped word was taken for comes out as `loschen`. How it is written stands in the
 * texts, which are read for it: no byte of the index is spent on it.
 */

/** So often in the middle of a sentence, and it is known how a word is written. */
const enough = 3;

/** How often a word is written in each way: in the middle of a sentence, and where every word may be large. */
interface Seen {
  within: Map<string, number>;
  at: Map<string, number>;
}

const add = (times: Map<string, number>, written: string) => times.set(written, (times.get(written) ?? 0) + 1);
const most = (times: ReadonlyMap<string, number>): string | undefined =>
  [...times].reduce<[string, number]>((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0] || undefined;
const sum = (times: ReadonlyMap<string, number>): number => [...times.values()].reduce((all, one) => all + one, 0);

/** A heading that begins each of its words with a large letter says nothing of any. */
const isTitleCase = (words: readonly string[]): boolean =>
  words.every((word) => word.length < 4 || /^[^\p{Ll}]/u.test(word));

function look(text: string, locale: string, wanted: ReadonlyMap<string, Seen>): void {
  for (const sentence of text.split('\n').flatMap(sentencesOf)) {
    const words = textWords(sentence, locale);
    const isPlain = words.length > 1 && !isTitleCase(words.map(({ start, end }) => sentence.slice(start, end)));
    words.forEach(({ forms, written }, place) => {
      forms.forEach((form, at) => {
        const seen = wanted.get(form);
        if (seen) add(isPlain && place > 0 ? seen.within : seen.at, written[at]!.normalize('NFC'));
      });
    });
  }
}

/** A large first letter may be that of a sentence; another one inside is the word's own. */
const small = (word: string): string => (/^.\P{Lu}*$/u.test(word) ? word.toLowerCase() : word);

const spelled = (form: string, { within, at }: Seen): string => most(within) ?? small(most(at) ?? form);

/** Every text of documents, then those of records: what may have a word. */
export function* textsOf(documents: Iterable<CompiledDocument>, records: Iterable<SearchRecord>): Generator<string> {
  for (const document of documents) {
    yield document.title;
    yield document.description;
    for (const { heading = '', text } of sectionsOf(document)) {
      yield heading;
      yield text;
    }
  }
  for (const { title, description } of records) {
    yield title;
    yield description;
  }
}

/** What was understood (`corrected`) of what was `typed`, as the texts write it; those that have it come first. */
export function asWritten(corrected: string, typed: string, texts: Iterable<string>, locale: string): string {
  const kept = new Set(queryWords(typed, locale).map(({ form }) => form));
  const words = queryWords(corrected, locale).filter(({ form }) => !kept.has(form));
  const wanted = new Map(words.map(({ form }): [string, Seen] => [form, { within: new Map(), at: new Map() }]));
  for (const text of texts) {
    look(text, locale, wanted);
    if ([...wanted.values()].every(({ within }) => sum(within) >= enough)) break;
  }
  // Whoever types small letters reads small letters: "Content Security Policy" makes no name of the word. German nouns stay large.
  const letters = typed === typed.toLowerCase() && !/^de\b/.test(locale) ? small : (word: string) => word;
  let result = '';
  let copied = 0;
  for (const { start, end, form } of words) {
    result += corrected.slice(copied, start) + letters(spelled(form, wanted.get(form)!));
    copied = end;
  }
  return result + corrected.slice(copied);
}
