import { type ArticleFrontMatter, articleFrontMatter } from '../schema/article.ts';
import type { CompiledDocument } from '../schema/document.ts';
import { faqFrontMatter } from '../schema/faq.ts';
import { walkthrough } from '../schema/walkthrough.ts';
import { aboutRight } from './about-right.ts';
import { isCalendarDay } from './calendar-day.ts';
import { checkWalkthrough } from './check/walkthrough/check.ts';
import { entriesOf, keysOf, textOf } from './check/walkthrough/written.ts';
import { type CompileError, quote, type Report } from './compile-error.ts';
import { contentOf, type DocumentContent } from './document-content.ts';
import { splitFrontMatter } from './front-matter.ts';
import { guideOf } from './guide.ts';
import { jsonBytes } from './json-bytes.ts';
import { parseMarkdown } from './markdown/parse.ts';
import type { LinkUse, Reading } from './markdown/reading.ts';
import type { Picture } from './picture.ts';
import type { Source } from './source.ts';
import { parseSteps } from './step.ts';
import { lineIn, type StoredDocument } from './stored-document.ts';
import { validate } from './validate.ts';
import { readYaml, type Yaml } from './yaml.ts';

/** What the author says of a document, whatever its kind. */
export type About = Omit<ArticleFrontMatter, 'type' | 'updated'> & {
  category: string;
  type?: ArticleFrontMatter['type'];
  /** Absent when nobody said it, as in a corpus. */
  updated?: string;
};

/** One source file, read by itself: nothing in it depends on another file but the pictures it shows. */
export interface ParsedDocument {
  source: Source;
  /** Absent when there is none that can be read. Of what is wrong, which has been reported, it has what is right. */
  about?: About;
  content: DocumentContent;
  /** Links to documents and sections, to be checked against the others. */
  links: LinkUse[];
  /** Pictures it shows. */
  pictures: Picture[];
  /** Of a walkthrough: what the pictures of each step show, where its author says it. */
  alts?: (string | null)[];
  /** Of a walkthrough: what each step leads to where it cannot be done. */
  fallbacks?: (string | null)[];
  /** Line of a front matter field, for what can only be checked among all documents. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads one source file. `picture` looks pictures up by their path below the content folder. */
export function parseDocument(
  source: Source,
  text: string,
  picture: Reading['picture'],
): { document: ParsedDocument; stored: StoredDocument; errors: CompileError[] } {
  const errors: CompileError[] = [];
  const report: Report = (error) => errors.push({ file: source.file, ...error });
  const links: LinkUse[] = [];
  const pictures: Picture[] = [];
  const shown: StoredDocument['pictures'] = [];
  const lookUp: Reading['picture'] = (path) => {
    const found = picture(path);
    if (found) {
      pictures.push(found);
      shown.push({ path, file: found.file });
    }
    return found;
  };
  const shared = { source, report, picture: lookUp, links };
  const read = source.kind === 'walkthrough' ? readWalkthrough(text, shared) : readMarkdown(text, shared);
  const { yaml, about, alts, fallbacks, ...trees } = read;
  if (yaml && about?.updated) refuseImpossibleDay(about.updated, yaml, report);
  const lines = yaml?.lines() ?? {};
  const known = { source, links, ...(about && { about }), ...(alts && { alts }), ...(fallbacks && { fallbacks }) };
  return {
    document: { ...known, content: contentOf(jsonBytes(JSON.stringify(trees))), pictures, lineOf: lineIn(lines) },
    stored: { ...known, pictures: shown, lines },
    errors,
  };
}

type Shared = Pick<Reading, 'report' | 'picture' | 'links'> & { source: Source };
type Read = Pick<CompiledDocument, 'body' | 'steps' | 'guide'> & {
  yaml?: Yaml;
  about?: About;
  alts?: (string | null)[];
  fallbacks?: (string | null)[];
};

function readMarkdown(text: string, shared: Shared): Read {
  const { yaml, body, bodyStart } = splitFrontMatter(text, shared.report);
  const fileLine = (line: number) => line + bodyStart;
  const blocks = parseMarkdown({ ...shared, field: 'body', text: body, fileLine, headings: true });
  if (bodyStart > 0 && body.trim() === '') {
    shared.report({ line: bodyStart + 1, field: 'body', found: 'nothing', expected: 'the answer, in Markdown' });
  }
  const about = yaml && aboutOf(yaml, shared);
  return { ...(yaml && { yaml }), ...(about && { about }), body: blocks };
}

function aboutOf(yaml: Yaml, { source, report }: Shared): About {
  const { category } = source;
  if (category === undefined) return validate(faqFrontMatter, yaml, report) ?? aboutRight(yaml.value);
  return { ...(validate(articleFrontMatter, yaml, report) ?? aboutRight(yaml.value)), category };
}

function readWalkthrough(text: string, shared: Shared): Read {
  const yaml = readYaml(text, 1, shared.report);
  if (!yaml) return { body: [] };
  const wrong = new Set<string>();
  const valid = validate(walkthrough, yaml, (error) => {
    wrong.add(error.field);
    shared.report(error);
  });
  // Whatever the form of one place, the others are looked at; one fault is told once.
  const report: Report = (error) => wrong.has(error.field) || shared.report(error);
  checkWalkthrough(yaml, report);
  const written = entriesOf(keysOf(yaml.value)['steps']).map(keysOf);
  const fallbacks = written.map(({ fallback }) => textOf(fallback) ?? null);
  const parsed = parseSteps(written.length, yaml, { ...shared, report });
  if (!valid) return { yaml, about: aboutRight(yaml.value), fallbacks, body: [], steps: parsed };
  const { steps, start: _start, app: _app, ...about } = valid;
  const guide = guideOf(valid);
  const alts = steps.map(({ alt }) => alt ?? null);
  return { yaml, about, alts, fallbacks, body: [], steps: parsed, ...(guide && { guide }) };
}

/** `2026-02-30` has the form of a day. */
export function refuseImpossibleDay(day: string, yaml: Yaml, report: Report): void {
  if (isCalendarDay(day)) return;
  report({ line: yaml.lineOf(['updated']), field: 'updated', found: quote(day), expected: 'a day of the calendar' });
}
