import type { Report } from './compile-error.ts';
import { readYaml, type Yaml } from './yaml.ts';

/** A Markdown file in its two parts. */
export interface FrontMatter {
  /** Absent when there is none or it is broken, which has been reported. */
  yaml?: Yaml;
  body: string;
  /** Lines of the file before the body. */
  bodyStart: number;
}

/** Splits front matter between two lines of `---` from the Markdown that follows. */
export function splitFrontMatter(text: string, report: Report): FrontMatter {
  const lines = text.split('\n');
  const isFence = (line: string) => line.trimEnd() === '---';
  const end = isFence(lines[0] ?? '') ? lines.findIndex((line, index) => index > 0 && isFence(line)) : -1;
  if (end === -1) {
    report({
      line: 1,
      field: 'front matter',
      found: isFence(lines[0] ?? '') ? 'no second line ---' : 'none',
      expected: 'title, description and more between two lines of ---',
    });
    return { body: isFence(lines[0] ?? '') ? '' : text, bodyStart: 0 };
  }
  const yaml = readYaml(lines.slice(1, end).join('\n'), 2, report);
  return { ...(yaml && { yaml }), body: lines.slice(end + 1).join('\n'), bodyStart: end + 1 };
}
