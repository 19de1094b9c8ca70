import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Routing, routing } from '../../../content/schema/routing.ts';
import { type Read, readJson } from './json-file.ts';

/** Compiles a folder of rules as authors write them. */
export type CompileRules = (folder: string) => Promise<Read<Routing>>;

/** What a server works with, and what `npm run compile` has written. */
const compiled = ['dist/public/_routing.json', 'dist/content/routing.json'];
const [served = ''] = compiled;

/** The rules in use, unless others are named. */
export const rulesInUse = (): string => compiled.find((file) => existsSync(file)) ?? served;

/** The routing at a place: a compiled file, a folder that has one, or a folder of rules as authors write them. */
export async function routingAt(place: string, compileRules: CompileRules): Promise<Read<Routing>> {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? join(place, 'routing.json') : place;
  if (isFolder && !existsSync(file)) return compileRules(place);
  const read = readJson(file, routing);
  return read.ok ? whole(file, read.value) : read;
}

/** What the compile step sees to: without it there are tickets that nobody gets. */
function whole(file: string, value: Routing): Read<Routing> {
  const isAll = (one: { when: object } | undefined) => one !== undefined && Object.keys(one.when).length === 0;
  const calendars = new Set(value.calendars.map(({ id }) => id));
  const errors = [
    ...(value.groups.length > 0 ? [] : ['groups: expected at least one']),
    ...(isAll(value.rules.at(-1)) ? [] : ['rules: expected a last one without "when", for every other ticket']),
    ...(isAll(value.policies.at(-1)) ? [] : ['policies: expected a last one without "when", for every other ticket']),
    ...value.groups
      .filter(({ calendar }) => !calendars.has(calendar))
      .map(({ calendar, id }) => `groups: ${id}: expected a calendar of the file instead of ${calendar}`),
  ];
  return errors.length === 0 ? { ok: true, value } : { ok: false, errors: errors.map((error) => `${file}: ${error}`) };
}
