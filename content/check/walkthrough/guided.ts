import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checks, checksFile, readChecks } from '../../compile/checks.ts';
import type { CompileError } from '../../compile/compile-error.ts';
import { parseDocument } from '../../compile/document.ts';
import { guideHash } from '../../compile/guide-hash.ts';
import { readContent } from '../../compile/read.ts';
import type { Guide } from '../../schema/guide.ts';

/** A walkthrough that leads a page, in one locale. */
export interface Guided {
  id: string;
  slug: string;
  locale: string;
  /** Below the content folder. */
  file: string;
  title: string;
  guide: Guide;
  hash: string;
  /** Line of a step. */
  lineOf(step: string): number;
}

export interface GuidedContent {
  /** By file. */
  walkthroughs: Guided[];
  /** What the last checks found. */
  checks: Checks;
  errors: CompileError[];
}

/** Reads the walkthroughs of a content folder, and nothing else of it. */
export async function readGuided(root: string): Promise<GuidedContent> {
  const { documents, pictures } = await readContent(root);
  const parsed = documents
    .filter(({ source }) => source.kind === 'walkthrough')
    .map(({ source, text }) => parseDocument(source, text, (path) => pictures.get(path)));
  const walkthroughs = parsed.flatMap(({ document: { source, about, content, lineOf } }): Guided[] => {
    const { guide } = content.trees();
    if (!guide || !about) return [];
    const { id, slug, locale, file } = source;
    const line = (step: string) =>
      lineOf([
        'steps',
        Math.max(
          0,
          guide.steps.findIndex(({ id }) => id === step),
        ),
      ]);
    return [{ id, slug, locale, file, title: about.title, guide, hash: guideHash(guide), lineOf: line }];
  });
  const { checks, errors } = readChecks(await readFile(join(root, checksFile), 'utf8').catch(() => undefined));
  return { walkthroughs, checks, errors: [...parsed.flatMap(({ errors }) => errors), ...errors] };
}
