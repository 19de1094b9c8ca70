import { isForVersion } from '../../content/schema/app-version.ts';
import type { CompiledDocument } from '../../content/schema/document.ts';
import type { Guide } from '../../content/schema/guide.ts';
import type { DocumentId } from '../../content/schema/name.ts';
import { pathMatches } from '../../content/schema/path-matches.ts';
import type { KnowledgeSource } from '../search/knowledge.ts';
import { type KeptPlace, readPlace } from '../walkthrough/guide/kept.ts';
import { isDocumentId, refuse } from './arguments.ts';
import type { State } from './state.ts';
import { marksOf } from './step-marks.ts';

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

/** The one that leads this page, or else what this tab knows of. */
export const placeOf = ({ led }: State): ReturnType<typeof readPlace> => {
  const place = led.get()?.place;
  return place ? { ...place, isOn: true } : readPlace();
};

interface Beginning extends Pick<KeptPlace, 'step' | 'after'> {
  /** On this page. Else only its `start` can be. */
  isHere: boolean;
  /** Where it is, or was left. */
  kept: ReturnType<typeof readPlace>;
}

/**
 * Where it begins: as asked, where it was left, else the first step that is not done. A step that the page asks for begins on
 * that page unless it says another one; any other on its own page as well as on `start`, and what goes on wherever it is.
 */
export const beginningOf = (state: State, document: Guided, wanted?: number | string): Beginning => {
  const { start, steps } = document.guide;
  const place = placeOf(state);
  const kept = place?.id === document.id ? place : undefined;
  const asked = steps.find((step, index) => step.id === wanted || index + 1 === wanted);
  if (!asked && wanted !== undefined) refuse('walkthrough', `a step from 1 to ${steps.length}, or its name`);
  const left = asked ? undefined : steps.find((step) => step.id === kept?.step);
  const device = state.device.get();
  const done = device && marksOf(device, document);
  const step = asked ?? left ?? steps.find((_, index) => !done?.has(index + 1)) ?? steps[0]!;
  const route = step.before?.route;
  const pages = asked ? [route ?? '/**'] : [new URL(start, location.origin).pathname, route];
  const isHere = kept?.isOn || pages.some((page) => page !== undefined && pathMatches(page, pathOf(state)));
  return { step: step.id, after: left && kept?.after, isHere, kept };
};
