import { type Checklist, checklist, type ShownChecklist } from '../schema/checklist.ts';
import { documentId } from '../schema/name.ts';
import { entriesOf, keysOf, textOf } from './check/walkthrough/written.ts';
import { type CompileError, quote, type Report } from './compile-error.ts';
import type { LocaleContent } from './locale-content.ts';
import type { ContentFiles } from './read.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** A checklist of one locale. */
export interface ParsedChecklist extends Checklist {
  file: string;
  slug: string;
  locale: string;
  /** Line of an entry of `walkthroughs`. */
  lineOf(index: number): number;
}

/** Reads one file of `checklists/`. */
export function parseChecklist({ file, locale, slug, text }: ContentFiles['checklists'][number]): {
  checklist?: ParsedChecklist;
  errors: CompileError[];
} {
  const errors: CompileError[] = [];
  const report: Report = (error) => errors.push({ file, ...error });
  const yaml = readYaml(text, 1, report);
  const valid = yaml && validate(checklist, yaml, report);
  if (!yaml) return { errors };
  const lineOf = (index: number) => yaml.lineOf(['walkthroughs', index]);
  const place = { file, slug, locale, lineOf };
  return { checklist: { ...(valid ?? { ...nameless, walkthroughs: targetsOf(yaml.value) }), ...place }, errors };
}

/** Stands for what is wrong elsewhere, so that the walkthroughs it names are looked at all the same. */
const nameless: Omit<Checklist, 'walkthroughs'> = { title: '', description: '', audience: [], order: 50 };

const targetsOf = (value: unknown): string[] =>
  entriesOf(keysOf(value)['walkthroughs']).map((entry) => textOf(entry) ?? '');

/** What readers of a locale see of them: their own, and those of the `first` locale that it lacks. */
export function checklistsOf(
  { locale, documents }: LocaleContent,
  all: readonly ParsedChecklist[],
  first: string,
): { checklists: ShownChecklist[]; errors: CompileError[] } {
  const titles = new Map<string, string>(documents.map(({ source, about }) => [source.id, about?.title ?? '']));
  const layers = [first, locale].flatMap((layer) => all.filter((one) => one.locale === layer));
  const shown = [...new Map(layers.map((one) => [one.slug, one])).values()];
  return {
    checklists: shown
      .sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1))
      .map(({ slug, title, description, audience, walkthroughs }) => ({
        slug,
        title,
        description,
        audience,
        items: walkthroughs.map((id) => ({ id, title: titles.get(id) ?? '' })),
      })),
    errors: shown.filter((one) => one.locale === locale).flatMap((one) => checkItems(one, titles)),
  };
}

function checkItems(
  { file, walkthroughs, lineOf }: ParsedChecklist,
  known: ReadonlyMap<string, string>,
): CompileError[] {
  const isOfOthers = walkthroughs.every((id) => !known.has(id));
  const hint = isOfOthers && {
    hint: 'none of them is there: delete the checklist, or name your own walkthroughs in it',
  };
  return walkthroughs.flatMap((id, index) => {
    // Another form is reported where it is read.
    if (!documentId.safeParse(id).success) return [];
    const at = { file, line: lineOf(index), field: `walkthroughs[${index}]`, found: quote(id) };
    if (!id.startsWith('walkthrough:') || !known.has(id))
      return [{ ...at, expected: 'a walkthrough that is there, such as walkthrough:its-slug', ...hint }];
    return walkthroughs.indexOf(id) < index ? [{ ...at, expected: 'each walkthrough once' }] : [];
  });
}
