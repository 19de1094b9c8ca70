import type { CompiledDocument } from '../schema/document.ts';
import type { WalkthroughCheck } from '../schema/walkthrough-check.ts';
import { type Checks, checksFile, sealOf } from './checks.ts';
import type { CompileError } from './compile-error.ts';
import type { ParsedDocument } from './document.ts';
import { contentOf } from './document-content.ts';
import { guideHash } from './guide-hash.ts';
import { jsonBytes } from './json-bytes.ts';
import type { Picture } from './picture.ts';

/** Device pixels of a picture to a CSS pixel, as the check takes them. */
export const pictureScale = 1.5;

interface Known {
  checks: Checks;
  expiresDays: number;
  picture(path: string): Picture | undefined;
}

type Shown = NonNullable<NonNullable<CompiledDocument['steps']>[number]['pictures']>;

/**
 * A walkthrough with what its last check says: the seal, and the pictures of its steps. It is added to what was parsed and
 * never kept with it, because a check changes nothing in the text.
 */
export function withChecks(
  document: ParsedDocument,
  { checks, expiresDays, picture }: Known,
): { document: ParsedDocument; errors: CompileError[] } {
  const { id, locale } = document.source;
  const check = checks.of(id, locale);
  if (!check) return { document, errors: [] };
  const { guide, steps, ...trees } = document.content.trees();
  if (!guide || !steps) return { document, errors: [] };

  const errors: CompileError[] = [];
  const pictures: Picture[] = [];
  const lookUp = (path: string, step: number): Picture | undefined => {
    const found = picture(path);
    if (found?.size) pictures.push(found);
    else {
      const line = checks.lineOf(check, step);
      const hint = 'run npm run walkthroughs again';
      const field = `steps[${step}].pictures`;
      errors.push({ file: checksFile, line, field, found: `no picture ${path}`, expected: 'one that is there', hint });
    }
    return found;
  };
  // They show the page as it was led: of another guide nobody knows whether the ring is still around what is meant.
  const isOfThis = check.guide === guideHash(guide);
  const shown = guide.steps.map((step, place) => {
    if (!isOfThis) return undefined;
    const index = check.steps.findIndex(({ id }) => id === step.id);
    return picturesOf(check.steps[index], document.alts?.[place] ?? undefined, (path) => lookUp(path, index));
  });
  const seal = sealOf(checks, { id, locale, guide }, guideHash(guide), expiresDays);
  const sealed = {
    ...trees,
    steps: steps.map((step, place) => ({ ...step, ...(shown[place] && { pictures: shown[place] }) })),
    guide,
    ...(seal && { seal }),
  };
  const content = contentOf(jsonBytes(JSON.stringify(sealed)));
  return { document: { ...document, content, pictures: [...document.pictures, ...pictures] }, errors };
}

function picturesOf(
  step: WalkthroughCheck['steps'][number] | undefined,
  alt: string | undefined,
  lookUp: (path: string) => Picture | undefined,
): Shown | undefined {
  if (!step?.pictures) return undefined;
  const { target = '', page = '' } = step.shows ?? {};
  const words = alt ?? [target, page].filter((part) => part !== '').join(' – ');
  const [light, dark] = [step.pictures.light, step.pictures.dark].map((path) => {
    const { file, size } = lookUp(path) ?? {};
    return file && size && { tag: 'img' as const, src: file, alt: words, ...cssSize(size) };
  });
  return light && dark ? [light, dark] : undefined;
}

const cssSize = ({ width, height }: { width: number; height: number }) => ({
  width: Math.round(width / pictureScale),
  height: Math.round(height / pictureScale),
});
