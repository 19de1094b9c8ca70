import type * as z from 'zod/mini';
import { quote, type Report } from './compile-error.ts';
import type { Yaml } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** Checks YAML against its schema; every issue becomes an error at the line of its field. */
export function validate<T extends z.core.$ZodShape, C extends z.core.$ZodObjectConfig>(
  schema: z.ZodMiniObject<T, C>,
  yaml: Yaml,
  report: Report,
): z.output<z.ZodMiniObject<T, C>> | undefined {
  const result = schema.safeParse(yaml.value ?? {});
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap(narrowed);
  const unknown = issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => fieldOf(path));
  for (const issue of issues) {
    // What an object lacks is in the key that nobody knows.
    if (issue.code === 'custom' && unknown.includes(fieldOf(issue.path))) continue;
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, issue.path);
      for (const key of issue.keys) {
        const path = [...issue.path, key];
        const place = { line: yaml.lineOf(path), field: fieldOf(path) };
        // Each of them is a form of its own.
        if (known.includes(key)) report({ ...place, found: 'more than one', expected: `${known.join(' or ')} alone` });
        else report({ ...place, found: 'an unknown key', expected: `one of ${known.join(', ')}` });
      }
    } else {
      report({
        line: yaml.lineOf(issue.path),
        field: fieldOf(issue.path),
        found: issue.code === 'invalid_key' ? `key ${quote(issue.path.at(-1))}` : quote(at(yaml.value, issue.path)),
        expected: expectedBy(issue),
        ...hintFor(issue, at(yaml.value, issue.path)),
      });
    }
  }
  return undefined;
}

/** A path as authors write it: `steps[2].say`; the file as a whole is `yaml`. */
export function fieldOf(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text.replace(/^\./, '') || 'yaml';
}

/**
 * Of a choice, the issues inside the one form that was meant: a list with a wrong entry is still meant as a list. Where
 * keys fit none of the forms, what is wrong are the keys that none has.
 */
function narrowed(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const forms = issue.errors.map((issues) => issues.flatMap(narrowed));
  const meant = forms.filter((issues) => issues.length > 0 && issues.every(isInside));
  const [least] = [...meant].sort((a, b) => a.length - b.length);
  const unknown = meant.length > 1 ? sharedKeys(meant) : undefined;
  const told = unknown ? [unknown] : least;
  return told ? told.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) : [issue];
}

const isInside = ({ code, path }: Issue): boolean => path.length > 0 || code === 'unrecognized_keys';

function sharedKeys(forms: readonly Issue[][]): Issue | undefined {
  const unknown = forms.map((issues) =>
    issues.find(({ code, path }) => code === 'unrecognized_keys' && path.length === 0),
  );
  const [first] = unknown;
  if (first?.code !== 'unrecognized_keys') return undefined;
  const keys = first.keys.filter((key) =>
    unknown.every((other) => other?.code === 'unrecognized_keys' && other.keys.includes(key)),
  );
  return keys.length > 0 ? { ...first, keys } : undefined;
}

/** Keys that may stand at a path, in any of the forms it has. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'default':
      return keysAt(def.innerType, path);
    case 'union':
      return [...new Set(def.options.flatMap((option) => keysAt(option, path)))];
    case 'array':
      return path.length > 0 ? keysAt(def.element, path.slice(1)) : [];
    case 'record':
      return path.length > 0 ? keysAt(def.valueType, path.slice(1)) : [];
    case 'object': {
      const [key, ...rest] = path;
      if (key === undefined) return Object.keys(def.shape);
      const inner = def.shape[String(key)];
      return inner ? keysAt(inner, rest) : [];
    }
    default:
      return [];
  }
}

const typeNames: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};
const units: Record<string, string> = { string: ' characters', array: ' entries' };

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'too_small':
      return `at least ${issue.minimum}${units[issue.origin] ?? ''}`;
    case 'too_big':
      return `at most ${issue.maximum}${units[issue.origin] ?? ''}`;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'invalid_key':
      return issue.issues[0] ? expectedBy(issue.issues[0]) : issue.message;
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap(([first]) => (first ? expectedBy(first) : [])))]
        .join(' or ')
        .replaceAll(' or one of ', ', ');
    default:
      return issue.message.replace(/^expected /, '');
  }
}

/** YAML takes 404 for a number, which surprises among keywords. */
function hintFor(issue: Issue, value: unknown): { hint?: string } {
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return issue.code === 'invalid_type' && issue.expected === 'string' && isPlain ? { hint: `write "${value}"` } : {};
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = Reflect.get(inner, step);
  }
  return inner;
}
