import { type Category, category } from '../schema/category.ts';
import type { CompileError, Report } from './compile-error.ts';
import type { ContentFiles } from './read.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** A category of one locale; its slug is the folder. */
export interface ParsedCategory extends Category {
  slug: string;
  locale: string;
}

/** Reads one `_category.yaml`. */
export function parseCategory(source: ContentFiles['categories'][number]): {
  category?: ParsedCategory;
  errors: CompileError[];
} {
  const errors: CompileError[] = [];
  const report: Report = (error) => errors.push({ file: source.file, ...error });
  const yaml = readYaml(source.text, 1, report);
  const valid = yaml && validate(category, yaml, report);
  const { slug, locale } = source;
  return valid ? { category: { ...valid, slug, locale }, errors } : { errors };
}
