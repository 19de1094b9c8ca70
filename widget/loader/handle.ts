/** What the loader hands over when somebody needs the panel; the element is `tierzero-root`, with the button in it. */
export type Handle = [
  /** `data-*` of the tag, as written. */
  options: DOMStringMap,
  /** Folder of the help center, an absolute URL ending in `/`. */
  base: string,
  /** Aborted by `destroy`. */
  life: AbortController,
  /** Calls that needed no panel, in their order. */
  ...calls: Call[],
];

export type Call = [verb: string, args: unknown[]];
/** Runs a verb; throws for an unknown one and for wrong arguments. */
export type Run = (verb: string, args: unknown[]) => unknown;
/** `tierzero.json`, asked for together with the chunk. Rejects when it could not be had; that is marked as handled. */
export type ManifestAnswer = Promise<unknown>;

/** The shell's entry. */
export interface ShellModule {
  start(handle: Handle, manifest: ManifestAnswer): Promise<Run>;
}
