import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { locale as localeName } from '../../schema/name.ts';
import { type Auth, readAuth } from './auth.ts';
import type { Guided } from './guided.ts';
import { patience } from './patience.ts';

/** As they were typed. */
export interface Typed {
  app?: string | undefined;
  auth?: string | undefined;
  only?: string[] | undefined;
  locale?: string[] | undefined;
  reset?: string | undefined;
  version?: string | undefined;
  source?: string[] | undefined;
  json?: string | undefined;
  junit?: string | undefined;
  static: boolean;
}

type Checked<T> = { ok: true; value: T } | { ok: false; errors: string[] };

/** The walkthroughs that are meant, or which words mean none. */
export function chosen(all: readonly Guided[], { only = [], locale = [] }: Typed, content: string): Checked<Guided[]> {
  if (all.length === 0) {
    const expected = 'one with start and a step with an anchor';
    return { ok: false, errors: [`${content}: found no walkthrough that leads a page; expected ${expected}`] };
  }
  const slugs = [...new Set(all.map(({ slug }) => slug))];
  const errors = [
    ...only
      .filter((slug) => !slugs.includes(slug.replace(/^walkthrough:/, '')))
      .map((slug) => `--only: found "${slug}"; expected one of ${slugs.join(', ')}`),
    ...locale
      .filter((tag) => !localeName.safeParse(tag).success)
      .map((tag) => `--locale: found "${tag}"; expected a tag such as en or pt-BR`),
  ];
  if (errors.length > 0) return { ok: false, errors };
  const wanted = only.map((slug) => slug.replace(/^walkthrough:/, ''));
  const value = all.filter(
    (one) => (wanted.length === 0 || wanted.includes(one.slug)) && (locale.length === 0 || locale.includes(one.locale)),
  );
  if (value.length > 0) return { ok: true, value };
  const meant = all.filter(({ slug }) => wanted.length === 0 || wanted.includes(slug));
  const tags = [...new Set(meant.map((one) => one.locale))].join(', ');
  const which = wanted.length === 0 ? '' : `, which ${wanted.join(', ')} is written in`;
  return { ok: false, errors: [`--locale: found "${locale.join(', ')}"; expected one of ${tags}${which}`] };
}

/** Whether the app is there, and what makes a visitor a known one. */
export async function reachable(
  { app, auth }: { app: string; auth?: string | undefined },
  limit = patience.load,
): Promise<Checked<Auth>> {
  if (!/^https?:\/\//.test(app) || !URL.canParse(app)) {
    return { ok: false, errors: [`--app: found "${app}"; expected an address such as http://localhost:4321`] };
  }
  const { origin, host, pathname, search, hash, username, password } = new URL(app);
  if (username !== '' || password !== '') {
    const expected = `${origin}, and --auth with {"headers": {"Authorization": "Basic …"}}`;
    return { ok: false, errors: [`--app: found a name or a password before ${host}; expected ${expected}`] };
  }
  const rest = `${pathname}${search}${hash}`;
  if (rest !== '/') {
    const expected = `${origin}: start of a walkthrough is the whole path, as it is on the page`;
    return { ok: false, errors: [`--app: found ${rest} behind the address; expected ${expected}`] };
  }
  const read = auth === undefined ? { ok: true as const, auth: {} } : await readAuth(auth);
  if (!read.ok) return { ok: false, errors: [read.error] };
  try {
    const answer = await fetch(app, { redirect: 'manual', signal: AbortSignal.timeout(limit) });
    await answer.body?.cancel();
    if (answer.status >= 500)
      return { ok: false, errors: [`--app: found ${answer.status} at ${origin}; expected the running app`] };
    return { ok: true, value: read.auth };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
    const why = isLate ? `no answer in ${limit / 1000} s` : code;
    return { ok: false, errors: [`--app: found nothing at ${origin} (${why}); expected the running app`] };
  }
}

/** Where reports go, before there is anything to report; `-` is the terminal. */
export async function reportFiles({ json, junit }: Pick<Typed, 'json' | 'junit'>): Promise<string[]> {
  const errors: string[] = [];
  for (const [option, file] of Object.entries({ json, junit })) {
    if (file === undefined || (option === 'json' && file === '-')) continue;
    const trouble = await troubleWith(resolve(file));
    if (trouble !== undefined) errors.push(`--${option}: found ${trouble}; expected a file that can be written`);
  }
  return errors;
}

async function troubleWith(path: string): Promise<string | undefined> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) return `a folder, ${path}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await access(there ? path : dirname(path), constants.W_OK);
    return undefined;
  } catch {
    return `no way to write ${path}`;
  }
}

/** Folders of an app's source that are there. Nobody else knows which they are. */
export async function sourceFolders(folders: readonly string[] | undefined): Promise<Checked<readonly string[]>> {
  if (!folders) return { ok: true, value: [] };
  if (folders.length === 0)
    return { ok: false, errors: ["--source: found none; expected a folder of the app's source, such as ../app/src"] };
  const missing: string[] = [];
  for (const folder of folders) {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) missing.push(`--source: found no folder ${folder}; expected one of the app's source`);
  }
  return missing.length === 0 ? { ok: true, value: folders } : { ok: false, errors: missing };
}
