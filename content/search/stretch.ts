import type { CompiledDocument } from '../schema/document.ts';
import { type Dictionary, termsIn } from './marks.ts';
import { type LinedSection, type LineKind, linedSectionsOf } from './plain.ts';
import { isPointer, isQuestion, isRemark, isSentence, opensList, opensSteps, sentencesOf } from './sentences.ts';
import { termSet } from './term-set.ts';

/** In characters. */
const size = { shortest: 40, longest: 320 };
/** Sentences, or items below what opens a list. */
const most = 3;

/** What may stand alone: one to three sentences of a paragraph, or the opening of a list with its first items. */
export interface Stretch {
  section: LinedSection;
  /** Of its section, from 1. */
  place: number;
  /** Word for word; items of a list are lines, and `…` is one where others follow. */
  text: string;
  /** Of the line it begins in. */
  kind: LineKind;
  /** A list, opened by its first line or by the heading. */
  isList: boolean;
  /** The heading opens it. */
  isHeaded: boolean;
  /** Nothing but remarks and labels stands before it in the section. */
  isFirst: boolean;
  /** Sentences or lines. */
  many: number;
  /** Of its words. */
  terms: Set<string>;
}

/** A sentence in its line. */
interface Sentence {
  text: string;
  start: number;
  end: number;
  isWhole: boolean;
}
/** A line by its sentences. */
interface ReadLine {
  kind: LineKind;
  text: string;
  sentences: Sentence[];
}

/** Between the words of a text that was taken from a page without its breaks: "a refundThe policy". */
const seam = /(?<=\p{Ll}{2})\p{Lu}\p{Ll}*(?!\p{L})/gu;
const glued = /(?:\p{Lu}\p{Ll}{2,}){4}/u;
const isGlued = (text: string, stopWords: ReadonlySet<string>): boolean =>
  glued.test(text) || (text.match(seam) ?? []).some((word) => stopWords.has(word.toLowerCase()));

function readLine(
  { kind, text }: { kind: LineKind; text: string },
  dictionary: Dictionary,
  stopWords: ReadonlySet<string>,
): ReadLine {
  let end = 0;
  const sentences = sentencesOf(text).map((sentence): Sentence => {
    const start = text.indexOf(sentence, end);
    end = start + sentence.length;
    const isWhole =
      isSentence(sentence, termsIn(sentence, dictionary).length) &&
      !isPointer(sentence) &&
      !isQuestion(sentence) &&
      !isGlued(sentence, stopWords);
    return { text: sentence, start, end, isWhole };
  });
  return { kind, text, sentences };
}

/** A link or a picture fell out of it. */
const isBroken = (text: string): boolean => /\*\*|\s[.,]/.test(text);
const isItem = ({ kind }: ReadLine): boolean => kind === 'item' || kind === 'step';
const isProse = ({ kind }: ReadLine): boolean => kind !== 'label' && kind !== 'row' && kind !== 'code';

/** Items from a line on, as many as fit; what stands below an item is left out. `rest` stands for those that do not. */
function itemsFrom(lines: readonly ReadLine[], from: number, before: string): { items: string[]; rest: string } {
  const items: string[] = [];
  const kind = lines[from]?.kind;
  let length = before.length;
  for (const line of lines.slice(from)) {
    if (line.kind === 'text') break;
    if (line.kind !== kind) continue;
    length += line.text.length + 1;
    // What opens something itself is cut without it.
    const isCut =
      items.length === most ||
      isBroken(line.text) ||
      opensList(line.text) ||
      length > size.longest ||
      line.sentences.some(({ text }) => isPointer(text));
    if (isCut) return { items, rest: '\n…' };
    items.push(line.text);
  }
  return { items, rest: '' };
}

type Found = Pick<Stretch, 'text' | 'kind' | 'isList' | 'isHeaded' | 'many'> & { line: number };

/** Sentences of one line, from each on. */
function* proseOf({ kind, text, sentences }: ReadLine, line: number): Generator<Found> {
  for (const [from, first] of sentences.entries()) {
    for (let to = from; to < Math.min(from + most, sentences.length); to++) {
      const last = sentences[to]!;
      // Glued to the one before it, it is another paragraph.
      if (to > from && last.start === sentences[to - 1]!.end) break;
      if (!last.isWhole || opensList(last.text) || last.end - first.start > size.longest) break;
      if (last.end - first.start >= size.shortest)
        yield {
          text: text.slice(first.start, last.end),
          kind,
          isList: opensSteps(first.text) && !isRemark(first.text),
          isHeaded: false,
          many: to - from + 1,
          line,
        };
    }
  }
}

/** What opens a list at the end of a line, with the items that follow it. */
function* listsOf(lines: readonly ReadLine[], line: number): Generator<Found> {
  const { kind, sentences } = lines[line]!;
  const opening = sentences.at(-1);
  const next = lines[line + 1];
  if (!next) return;
  if (opening?.isWhole && opensList(opening.text) && isItem(next)) {
    const { items, rest } = itemsFrom(lines, line + 1, opening.text);
    // One item is no list.
    if (items.length > 1)
      yield {
        text: [opening.text, ...items].join('\n') + rest,
        kind,
        isList: true,
        isHeaded: false,
        many: items.length + 1,
        line,
      };
  }
}

/** The first steps of a section, which its heading opens. */
function* stepsOf(lines: readonly ReadLine[], line: number): Generator<Found> {
  const isFirst = lines[line]!.kind === 'step' && !lines.slice(0, line).some(isItem);
  if (!isFirst) return;
  const { items: steps, rest } = itemsFrom(lines, line, '');
  if (steps.length > 1)
    yield { text: steps.join('\n') + rest, kind: 'step', isList: true, isHeaded: true, many: steps.length, line };
}

/** All that may stand alone in a document. */
export function stretchesIn(
  document: CompiledDocument,
  dictionary: Dictionary,
  stopWords: ReadonlySet<string>,
): Stretch[] {
  return linedSectionsOf(document).flatMap((section, before) => {
    const lines = section.lines.map((line) => readLine(line, dictionary, stopWords));
    const found = lines.flatMap((line, at) =>
      isProse(line) ? [...proseOf(line, at), ...listsOf(lines, at), ...stepsOf(lines, at)] : [],
    );
    return found.map(
      ({ line, ...one }): Stretch => ({
        ...one,
        section,
        place: before + 1,
        isFirst:
          !lines.slice(0, line).some(({ kind }) => kind !== 'label' && kind !== 'note') &&
          lines[line]!.text.startsWith(one.text.slice(0, 20)),
        terms: termSet(one.text, dictionary),
      }),
    );
  });
}
