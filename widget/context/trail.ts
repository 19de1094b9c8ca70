import type { ContextItem } from '../../api/contract/page-context.ts';
import type { DocumentId } from '../../content/schema/name.ts';

/** A walkthrough step, counted from 1. `done: false` takes the mark back. */
export interface StepMark {
  walkthrough: DocumentId;
  title: string;
  step: number;
  of: number;
  done: boolean;
}

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
  page(page: { path?: string | undefined; title?: string | undefined } | null): void;
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
  /** Forgets everything but where the person is. */
  clear(): void;
}
