import type { IndexFields } from './index-source.ts';
import type { Language } from './language/language.ts';
import { textWords } from './text.ts';

export const fieldNames = ['title', 'keywords', 'headings', 'description', 'body'] as const;
export type FieldName = (typeof fieldNames)[number];

/**
 * A document as counts: plain data, so that what has not changed need not be counted again. It lies in columns, since a
 * help center has millions of these numbers and few lists are read sooner than many objects.
 */
export interface CountedDocument {
  /** Words of each field, in the order of `fieldNames`. */
  lengths: number[];
  terms: string[];
  /** Occurrences of each term, as many numbers a term as there are fields. */
  counts: number[];
  /** The section that has most of each term, counted from 1; 0 when it stands in title, keywords or description only. */
  sections: number[];
  /** The words that are written, folded, with the number of the term of each and how often it stands there. */
  forms: string[];
  termsOfForms: number[];
  times: number[];
}

/** Sections a posting can name; a longer document's last ones count as this one. */
const lastSection = 31;
/** A word in the heading of a section says more of it than one in its text. */
const headingShare = 3;

/** Counts the words of a document. Stop words count in titles and keywords only: a query may consist of nothing else. */
export function countDocument(fields: IndexFields, locale: string, language: Language): CountedDocument {
  const lengths = fieldNames.map(() => 0);
  const terms = new Map<string, { number: number; counts: number[]; sections: Map<number, number> }>();
  const written = new Map<string, { form: string; term: number; times: number }>();
  const add = (name: FieldName, text: string, section = 0) => {
    const field = fieldNames.indexOf(name);
    const share = name === 'headings' ? headingShare : 1;
    for (const word of textWords(text, locale)) {
      word.forms.forEach((form, at) => {
        if (field > 1 && language.stopWords.has(form)) return;
        const term = language.term(word.written[at]!);
        const known = terms.get(term) ?? { number: terms.size, counts: fieldNames.map(() => 0), sections: new Map() };
        terms.set(term, known);
        known.counts[field]! += 1;
        lengths[field]! += 1;
        if (section > 0) known.sections.set(section, (known.sections.get(section) ?? 0) + share);
        const key = `${form} ${term}`;
        const entry = written.get(key) ?? { form, term: known.number, times: 0 };
        written.set(key, entry);
        entry.times += 1;
      });
    }
  };
  add('title', fields.title);
  for (const text of fields.keywords) add('keywords', text);
  add('description', fields.description);
  fields.sections.forEach(({ heading, text }, place) => {
    const section = Math.min(lastSection, place + 1);
    add('headings', heading ?? '', section);
    add('body', text, section);
  });
  const counted = [...terms.values()];
  const forms = [...written.values()];
  return {
    lengths,
    terms: [...terms.keys()],
    counts: counted.flatMap(({ counts }) => counts),
    sections: counted.map(({ sections }) => mostOf(sections)),
    forms: forms.map(({ form }) => form),
    termsOfForms: forms.map(({ term }) => term),
    times: forms.map(({ times }) => times),
  };
}

/** The first of those with most. */
const mostOf = (sections: ReadonlyMap<number, number>): number => {
  let best = 0;
  let most = 0;
  for (const [section, times] of sections) {
    if (times <= most) continue;
    best = section;
    most = times;
  }
  return best;
};
