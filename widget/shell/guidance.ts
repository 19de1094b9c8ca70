import { isForVersion } from '../../content/schema/app-version.ts';
import type { CompiledDocument } from '../../content/schema/document.ts';
import type { Guide } from '../../content/schema/guide.ts';
import type { DocumentId } from '../../content/schema/name.ts';
import { pathMatches } from '../../content/schema/path-matches.ts';
import type { KnowledgeSource } from '../search/knowledge.ts';
import { isDocumentId } from './arguments.ts';
import type { State } from './state.ts';

export type Guided = CompiledDocument & { id: DocumentId; guide: Guide };

/** The last check found that it no longer fits the app, however long ago: only another check can take that back. */
export const isFailed = ({ seal }: CompiledDocument): boolean => seal?.result === 'failed';

/** Address of the application, where the settings name it; else it is the page's own. */
export const appOf = ({ state }: KnowledgeSource): string => {
  const known = state.get();
  return (known.status === 'ready' && known.manifest.app) || '';
};

/** Whether this is a page of the help center, and the application is of another origin: its paths mean nothing here. */
export const isOutside = (app: string, base: string): boolean =>
  new URL(base).origin === location.origin && new URL(app || '/', location.origin).origin !== location.origin;

export const beginsAt = ({ start }: Guide, path: string): boolean =>
  pathMatches(new URL(start, location.origin).pathname, path);

/** A walkthrough that a page can be led through: it has places, passed or was not checked, and is for this version. */
export const guided = (document: CompiledDocument | undefined, version: string | undefined): Guided | undefined => {
  if (!document?.guide || !document.steps || isFailed(document)) return undefined;
  const { id, guide } = document;
  return isDocumentId(id) && isForVersion(guide.app, version) ? { ...document, id, guide } : undefined;
};

/** Of the app, as the page says it. */
export const versionOf = ({ handle, host }: State): string | undefined => {
  const [options] = handle;
  const said = options['appVersion'] ?? host.get().facts['version'];
  return said === undefined || said === null ? undefined : String(said);
};

/** Where the person is, as the page says it. */
export const pathOf = ({ host }: State): string => host.get().page?.path ?? location.pathname;
