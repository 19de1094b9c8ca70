import type { ContentManifest } from '../schema/manifest.ts';
import type { Routing } from '../schema/routing.ts';
import type { Settings } from '../schema/settings.ts';
import { engineOf } from './built-engine.ts';
import type { Cache } from './cache.ts';
import type { ParsedCategory } from './category.ts';
import { checkCategories } from './check/categories.ts';
import { aidedQuestions, checkExpects } from './check/expects.ts';
import { checkGuides } from './check/guides.ts';
import { checkNames } from './check/names.ts';
import { checkPins } from './check/pins.ts';
import { checkReferences } from './check/references.ts';
import { checkRouting, type RoutingChecked } from './check/routing/check.ts';
import { checklistsOf, type ParsedChecklist } from './checklist.ts';
import { type CompileError, sortErrors } from './compile-error.ts';
import type { ParsedDocument } from './document.ts';
import { hashOf } from './file-name.ts';
import { jsonBytes, jsonList } from './json-bytes.ts';
import { localeContents } from './locale-content.ts';
import { type LocaleOutput, localeOutput } from './output.ts';
import { walkthroughsOf } from './published-walkthroughs.ts';
import { defaultRouting } from './routing/default.ts';
import { routingOutput } from './routing/output.ts';
import type { ParsedRouting } from './routing/parse.ts';
import { compareTeam } from './team/compared.ts';
import type { ParsedTeam } from './team/team.ts';
import { writeTeam } from './team/write.ts';
import { type Output, writeOutput } from './write.ts';

/** Everything a run has read, each document by itself; nothing has been compared yet. */
export interface ParsedContent {
  /** Absent when they are wrong, which is among the errors. */
  settings: Settings | undefined;
  /** Absent where there is no `routing/`, and where it is wrong, which is among the errors. */
  routing?: ParsedRouting;
  documents: ParsedDocument[];
  /** What is for agents alone. Default nothing. */
  team?: ParsedTeam;
  categories: ParsedCategory[];
  /** Default none. */
  checklists?: ParsedChecklist[];
  /** `<locale>/<slug>` of every category that is described, rightly or not. */
  described: ReadonlySet<string>;
  /** That have content, the default one first. */
  locales: string[];
  errors: CompileError[];
  /** Default none. */
  warnings?: string[];
}

/** All errors of the run, or what was made. */
export type CompileResult =
  | { ok: true; summary: CompileSummary; warnings: string[]; advice: string[] }
  | { ok: false; errors: CompileError[] };

export interface CompileSummary {
  /** Source files of articles, FAQs and walkthroughs in all locales. */
  documents: number;
  /** Terms of the search indexes. */
  terms: number;
  /** Of all immutable files, uncompressed. */
  bytes: number;
  /** Files that differed from those of the last run. */
  written: number;
}

/** Checks what can only be checked among all documents, and writes the output. Nothing is written when there is an error. */
export async function emit(content: ParsedContent, out: string, cache: Cache): Promise<CompileResult> {
  const { documents, settings } = content;
  const { locales, terms, aided, errors } = compared(content, cache);
  const routing = routingChecked(content);
  const team = compareTeam(content, locales, cache);
  const all = [...errors, ...routing.errors, ...team.errors];
  if (all.length > 0 || !settings) return { ok: false, errors: sortErrors(all) };

  const output = outputOf(
    { settings, routing: content.routing?.routing ?? defaultRouting(settings) },
    locales,
    documents,
  );
  const written = (await writeTeam(out, team.locales)) + (await writeOutput(out, output));
  const bytes = [...output.hashed.values()].reduce((sum, file) => sum + file.length, 0);
  return {
    ok: true,
    summary: { documents: documents.length, terms, bytes, written },
    warnings: [...(content.warnings ?? []), ...warningsOf(documents), ...routing.warnings],
    advice: aidedAdvice(documents, aided),
  };
}

/** Output in memory. Every check runs, whatever the others found. */
function compared(parsed: ParsedContent, cache: Cache) {
  const { documents, categories, checklists = [], described, locales: listed, errors } = parsed;
  const contents = localeContents(listed, documents, categories);
  const listing = contents.map((content) => checklistsOf(content, checklists, listed[0] ?? ''));
  const locales = contents.map((content, place) => {
    const output = localeOutput(content, place === 0, cache);
    const { checklists } = listing[place]!;
    return checklists.length > 0 ? { ...output, manifest: { ...output.manifest, checklists } } : output;
  });
  const engines = locales.map(({ index, files }) => engineOf(index, files));
  return {
    locales,
    terms: engines.reduce((sum, { terms }) => sum + terms(), 0),
    aided: contents.flatMap((content, place) => {
      const { unaided } = locales[place]!;
      return unaided ? aidedQuestions(content, engineOf(unaided).engine) : [];
    }),
    errors: [
      ...errors,
      ...checkNames(documents),
      ...checkCategories(documents, { fallback: listed[0] ?? '', described }),
      ...listing.flatMap(({ errors }) => errors),
      ...contents.flatMap(checkPins),
      ...contents.flatMap((content) => checkReferences(content, documents)),
      ...contents.flatMap((content) => checkGuides(content, documents, listed[0] ?? '')),
      ...contents.flatMap((content, place) => checkExpects(content, engines[place]!.engine)),
    ],
  };
}

/** Rules are held against the topics there are and against what readers of the default locale find. */
function routingChecked({ routing, settings, documents }: ParsedContent): RoutingChecked {
  if (!routing || !settings) return { errors: [], warnings: [] };
  const shown = documents.filter(({ source }) => source.locale === settings.locales[0]);
  return checkRouting(routing, { settings, documents: new Set(shown.map(({ source }) => source.id)) });
}

interface Decided {
  settings: Settings;
  routing: Routing;
}

function outputOf({ settings, routing }: Decided, locales: LocaleOutput[], documents: ParsedDocument[]): Output {
  const pictures = documents.flatMap((document) => document.pictures);
  const table = routingOutput(routing);
  const hashed = new Map<string, Uint8Array>([
    ...pictures.map(({ file, bytes }): [string, Uint8Array] => [file, bytes]),
    ...locales.flatMap(({ files }) => [...files]),
    table,
  ]);
  const { name, locales: listed, firstReplyHours, topics, walkthroughs } = settings;
  const manifest: Omit<ContentManifest, 'build'> = {
    format: 1,
    settings: { name, locales: listed, firstReplyHours, topics },
    ...(walkthroughs?.app !== undefined && { app: walkthroughs.app }),
    content: Object.fromEntries(locales.map(({ locale, manifest }) => [locale, manifest])),
    routing: table[0],
  };
  const file = (value: unknown) => jsonBytes(`${JSON.stringify(value, null, 2)}\n`);
  const named: [string, Uint8Array][] = [
    ['settings.json', file(settings)],
    ['routing.json', file(routing)],
    ['walkthroughs.json', file(walkthroughsOf(locales))],
    ['redirects.json', file(Object.fromEntries(locales.flatMap(({ redirects }) => redirects)))],
    ['documents.json', jsonBytes('{"locales":', ...jsonList(locales.map(({ site }) => site)), '}\n')],
  ];
  const parts = [JSON.stringify(manifest), ...named.map(([, bytes]) => hashOf(bytes)), ...[...hashed.keys()].sort()];
  const build = hashOf(parts.join('\n'));
  return { hashed, named: [...named, ['manifest.json', file({ ...manifest, build })]] };
}

function warningsOf(documents: readonly ParsedDocument[]): string[] {
  const filtered = documents.filter(({ about }) => about && about.audience.length > 0);
  if (filtered.length === 0) return [];
  const [first] = filtered;
  const many = filtered.length > 1 ? ` and ${filtered.length - 1} more` : '';
  return [
    `${first?.source.file}${many}: audience is a filter, not protection: the search index and every document are public`,
  ];
}

/** One line, however many: it is advice. */
function aidedAdvice(documents: readonly ParsedDocument[], [first, ...more]: readonly string[]): string[] {
  if (first === undefined) return [];
  const all = documents.reduce((sum, { about }) => sum + (about?.expects.length ?? 0), 0);
  const rest = more.length > 0 ? ` and ${more.length} more` : '';
  return [
    `${first}${rest}, of ${all} expected questions, found only because expects has them: put their words into title, keywords or text`,
  ];
}
