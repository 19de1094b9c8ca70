import { stat } from 'node:fs/promises';
import { locale as localeName } from '../../schema/name.ts';
import { type Auth, readAuth } from './auth.ts';
import type { Guided } from './guided.ts';

/** As they were typed. */
export interface Typed {
  app?: string | undefined;
  auth?: string | undefined;
  only?: string[] | undefined;
  locale?: string[] | undefined;
  reset?: string | undefined;
  version?: string | undefined;
  source?: string[] | undefined;
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
  const tags = [...new Set(all.map((one) => one.locale))].join(', ');
  return { ok: false, errors: [`--locale: found "${locale.join(', ')}"; expected one of ${tags}`] };
}

/** Whether the app is there, and what makes a visitor a known one. */
export async function reachable({ app, auth }: { app: string; auth?: string | undefined }): Promise<Checked<Auth>> {
  if (!/^https?:\/\//.test(app) || !URL.canParse(app)) {
    return { ok: false, errors: [`--app: found "${app}"; expected an address such as http://localhost:4321`] };
  }
  const read = auth === undefined ? { ok: true as const, auth: {} } : await readAuth(auth);
  if (!read.ok) return { ok: false, errors: [read.error] };
  try {
    const answer = await fetch(app, { redirect: 'manual' });
    await answer.body?.cancel();
    return { ok: true, value: read.auth };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
    const { origin } = new URL(app);
    return { ok: false, errors: [`--app: found nothing at ${origin} (${why}); expected the running app`] };
  }
}

/** Folders of an app's source that are there. */
export async function sourceFolders(folders: readonly string[]): Promise<Checked<readonly string[]>> {
  const missing: string[] = [];
  for (const folder of folders) {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) missing.push(`--source: found no folder ${folder}; expected one of the app's source`);
  }
  return missing.length === 0 ? { ok: true, value: folders } : { ok: false, errors: missing };
}
