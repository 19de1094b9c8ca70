/** What is wrong with a source file, said so that its author can mend it without asking. */
export interface CompileError {
  /** Below the content folder, with forward slashes. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Front matter key, `body`, or a path such as `steps[2].say`. */
  field: string;
  found: string;
  expected: string;
  hint?: string;
}

/** Takes an error of the file at hand. */
export type Report = (error: Omit<CompileError, 'file'>) => void;

/** A value as it is quoted in an error: on one line, cut when long. */
export function quote(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** One line an editor can jump from: `content/en/faqs/a.md:3 title  found …; expected …; hint: …`. */
export function formatError(error: CompileError, root: string): string {
  const hint = error.hint ? `; hint: ${error.hint}` : '';
  return `${root}/${error.file}:${error.line} ${error.field}  found ${error.found}; expected ${error.expected}${hint}`;
}

/** In reading order, each once. */
export function sortErrors(errors: readonly CompileError[]): CompileError[] {
  const unique = new Map(errors.map((error) => [JSON.stringify(error), error]));
  return [...unique.values()].sort(
    (a, b) =>
      byText.compare(a.file, b.file) ||
      a.line - b.line ||
      byText.compare(a.field, b.field) ||
      byText.compare(a.found, b.found) ||
      byText.compare(a.expected, b.expected),
  );
}

/** By numbers inside text too: `keywords[3]` before `keywords[10]`. */
const byText = new Intl.Collator('en', { numeric: true });
