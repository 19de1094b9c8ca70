import type { ContextItem } from '../../api/contract/page-context.ts';
import type { DocumentId } from '../../content/schema/name.ts';
import type { DeviceStorage } from '../client/storage.ts';
import type { Place } from './surroundings.ts';
import type { StepMark } from './tried.ts';

/**
 * What a person tried in this visit, so that nobody asks for it again. Everything is redacted before it is kept.
 * An entry is forgotten two hours after it happened, and everything once it has been sent.
 */
export interface Trail {
  /** A search that settled. A longer one that continues the one before replaces it. */
  search(query: string, results: number): void;
  /** A document came into view. Opening another one leaves the first. */
  open(document: DocumentId, title: string): void;
  /** It went out of view, or the panel closed. Seconds count while it is open and the page is visible. */
  leave(): void;
  helpful(document: DocumentId, yes: boolean, reason?: string): void;
  step(mark: StepMark): void;
  /** Facts of the host application; `null` takes one back. Kept in memory, the host says them again. */
  host(values: Record<string, string | number | boolean | null>): void;
  /** Where the person is, when the address does not say it. Default: the address and title at the moment of need. */
  page(place: Place | null): void;
  /** At most 80, oldest first, then page, browser and host. */
  items(): ContextItem[];
  /** Leaves an item out from now on. */
  remove(id: string): void;
  /** How many are left out. */
  removed(): number;
  /** Takes back every `remove`. */
  restore(): void;
  /** Resolves when what an earlier page kept is back. */
  ready(): Promise<void>;
  /** Called after every change; answers its end. */
  on(listener: () => void): () => void;
  /** It has been sent: what was tried is forgotten, the host's facts stay. */
  sent(): void;
  /** Forgets everything, for `logout`. */
  clear(): void;
}

/**
 * The trail from the first moment on: what happens before its code is there is told to it afterwards. Until then, as
 * where that code never comes, `items()` is empty.
 */
export const createTrail = (options: { storage: DeviceStorage; now: () => number }): Trail => {
  let recorder: Trail | undefined;
  const early: ((trail: Trail) => void)[] = [];
  const tell = (say: (trail: Trail) => void) => {
    if (recorder) say(recorder);
    else early.push(say);
  };
  const loaded = import('./recorder.ts')
    .then(({ createRecorder }) => {
      recorder = createRecorder(options);
      for (const say of early.splice(0)) say(recorder);
    })
    .catch(() => {});
  return {
    search: (query, results) => tell((trail) => trail.search(query, results)),
    open: (document, title) => tell((trail) => trail.open(document, title)),
    leave: () => tell((trail) => trail.leave()),
    helpful: (document, yes, reason) => tell((trail) => trail.helpful(document, yes, reason)),
    step: (mark) => tell((trail) => trail.step(mark)),
    host: (values) => tell((trail) => trail.host(values)),
    page: (place) => tell((trail) => trail.page(place)),
    items: () => recorder?.items() ?? [],
    remove: (id) => tell((trail) => trail.remove(id)),
    removed: () => recorder?.removed() ?? 0,
    restore: () => tell((trail) => trail.restore()),
    ready: () => loaded.then(() => recorder?.ready()),
    on(listener) {
      let end: (() => void) | undefined;
      let wanted = true;
      tell((trail) => {
        if (wanted) end = trail.on(listener);
      });
      return () => {
        wanted = false;
        end?.();
      };
    },
    sent: () => tell((trail) => trail.sent()),
    clear: () => tell((trail) => trail.clear()),
  };
};
