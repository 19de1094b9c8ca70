import { walkthroughSettings } from '../schema/settings.ts';
import { type Cache, cacheKey, openCache, recall } from './cache.ts';
import { parseCategory } from './category.ts';
import { withChecks } from './checked.ts';
import { parseChecklist } from './checklist.ts';
import { readChecks } from './checks.ts';
import type { CompileError } from './compile-error.ts';
import { type ParsedDocument, parseDocument } from './document.ts';
import { type CompileResult, emit, type ParsedContent } from './emit.ts';
import { jsonBytes } from './json-bytes.ts';
import { leftoversOf } from './leftovers.ts';
import type { Picture } from './picture.ts';
import { type ContentFiles, readContent } from './read.ts';
import { parseRouting } from './routing/parse.ts';
import { parseSettings } from './settings.ts';
import { reviveDocument, type StoredDocument } from './stored-document.ts';
import { parseTeam } from './team/team.ts';
import { compilerVersion } from './version.ts';

export type { CompileResult } from './emit.ts';

interface Run {
  root: string;
  out: string;
  /** Default the clock's. */
  now?: Date;
}

/**
 * Compiles the content folder `root` into `out`. Nothing is written when there is an error. What was parsed is kept in a
 * file beside `out`, so that the next run parses only what has changed; that file may be deleted at any time.
 */
export async function compile({ root, out, now = new Date() }: Run): Promise<CompileResult> {
  const cache = await openCache(`${out}.cache`, await compilerVersion());
  const result = await emit(parseFiles(await readContent(root), cache, now), out, cache);
  await cache.save();
  return result;
}

function parseFiles(files: ContentFiles, cache: Cache, now: Date): ParsedContent {
  const { checks, errors: wrongChecks } = readChecks(files.checks);
  const categories = files.categories.map(parseCategory);
  const checklists = files.checklists.map(parseChecklist);
  const { settings, errors } = parseSettings(files.settings, files.locales, files.published);
  const { expiresDays } = walkthroughSettings(settings ?? {});
  const picture = (path: string) => files.pictures.get(path);
  const parsed = files.documents.map((file) => {
    const own = parseCached(file, picture, cache);
    const checked = withChecks(own.document, { checks, expiresDays, picture });
    return { document: checked.document, errors: [...own.errors, ...checked.errors] };
  });
  const routing = parseRouting(files.routing);
  const { team, errors: wrongForAgents } = parseTeam(files);
  const documents = parsed.map(({ document }) => document);
  return {
    settings,
    team,
    ...(routing.parsed && { routing: routing.parsed }),
    documents,
    warnings: leftoversOf({ checks, documents, pictures: files.pictures, now }),
    categories: categories.flatMap(({ category }) => category ?? []),
    checklists: checklists.flatMap(({ checklist }) => checklist ?? []),
    described: new Set(files.categories.map(({ locale, slug }) => `${locale}/${slug}`)),
    locales: (settings?.locales ?? files.published).filter((locale) => files.published.includes(locale)),
    errors: [
      ...files.errors,
      ...errors,
      ...routing.errors,
      ...wrongChecks,
      ...wrongForAgents,
      ...categories.flatMap(({ errors }) => errors),
      ...checklists.flatMap(({ errors }) => errors),
      ...parsed.flatMap(({ errors }) => errors),
    ],
  };
}

/** A document with an error is not kept: its author is about to change it. */
function parseCached(
  { source, text }: ContentFiles['documents'][number],
  picture: (path: string) => Picture | undefined,
  cache: Cache,
): { document: ParsedDocument; errors: CompileError[] } {
  const key = cacheKey('document', source.file, text);
  const contentKey = cacheKey('content', key);
  const kept = recall<StoredDocument>(cache, key);
  const content = cache.get(contentKey);
  const revived = kept && content && reviveDocument(kept, content, picture);
  if (revived) return { document: revived, errors: [] };
  const { document, stored, errors } = parseDocument(source, text, picture);
  if (errors.length === 0) {
    cache.set(key, jsonBytes(JSON.stringify(stored)));
    cache.set(contentKey, document.content.json);
  }
  return { document, errors };
}
