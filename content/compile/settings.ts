import { type Settings, settings } from '../schema/settings.ts';
import { type CompileError, quote, type Report } from './compile-error.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

const file = 'settings.yaml';

/** Reads `settings.yaml` and holds it against the locale folders there are. */
export function parseSettings(
  text: string | undefined,
  folders: readonly string[],
  /** Folders that readers have a help center in. Default all. */
  published = folders,
): { settings?: Settings; errors: CompileError[] } {
  const errors: CompileError[] = [];
  const report: Report = (error) => errors.push({ file, ...error });
  if (text === undefined) {
    report({ line: 1, field: 'file', found: 'no such file', expected: 'name, locales, firstReplyHours and topics' });
    return { errors };
  }
  const yaml = readYaml(text, 1, report);
  const valid = yaml && validate(settings, yaml, report);
  if (!valid) return { errors };

  const locales = yaml.lineOf(['locales']);
  const [first = ''] = valid.locales;
  if (!published.includes(first)) {
    const hint = 'the first locale is the default: every other falls back to it';
    report({ line: locales, field: 'locales[0]', found: `no folder ${first}`, expected: 'one with content', hint });
  }
  for (const folder of folders.filter((name) => !valid.locales.includes(name))) {
    const hint = 'add it to locales, or remove the folder';
    report({
      line: locales,
      field: 'locales',
      found: `folder ${folder}, not listed`,
      expected: 'every locale folder',
      hint,
    });
  }
  refuseTwice(valid.locales, (index) => {
    const line = yaml.lineOf(['locales', index]);
    report({
      line,
      field: `locales[${index}]`,
      found: `${quote(valid.locales[index])} again`,
      expected: 'each locale once',
    });
  });
  refuseTwice(
    valid.topics.map(({ id }) => id),
    (index) => {
      const line = yaml.lineOf(['topics', index, 'id']);
      report({
        line,
        field: `topics[${index}].id`,
        found: `${quote(valid.topics[index]?.id)} again`,
        expected: 'an id of its own',
      });
    },
  );
  for (const [index, { title }] of valid.topics.entries()) {
    if (title[first]) continue;
    const line = yaml.lineOf(['topics', index, 'title']);
    report({ line, field: `topics[${index}].title`, found: `no ${first}`, expected: 'a title in the default locale' });
  }
  return { settings: valid, errors };
}

function refuseTwice(values: readonly string[], refuse: (index: number) => void): void {
  for (const [index, value] of values.entries()) if (values.indexOf(value) < index) refuse(index);
}
