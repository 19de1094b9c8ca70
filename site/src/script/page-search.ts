/** What the site uses of the widget's page-search chunk (widget/shell/page-search.ts). */
export interface PageSearch {
  /** Settles once its field can take over. */
  mountSearch(host: HTMLElement, options: SearchOptions): Promise<{ focus(): void }>;
  /** False when the document is not kept on this device. */
  mountReader(host: HTMLElement, options: ReaderOptions): Promise<boolean>;
}
interface SearchOptions {
  /** Folder of the help center, an absolute URL. */
  base: string;
  locale: string;
  /** What was typed so far; asked once, when the field is there. */
  query: () => string;
  /** The search page: results in the page, and what is asked for in its address. */
  full: boolean;
}
interface ReaderOptions {
  base: string;
  locale: string;
  document: string;
}

let loading: Promise<PageSearch> | undefined;

/** Loads the chunk once. After a deploy an old page names a chunk that may be gone: the manifest names the new one. */
export const loadPageSearch = ({ base, chunk }: { base: string; chunk: string }): Promise<PageSearch> => {
  const bring = (file: string): Promise<PageSearch> => import(/* @vite-ignore */ base + file);
  loading ??= bring(chunk).catch(async () => {
    const manifest = await (await fetch(`${base}tierzero.json`, { cache: 'no-cache' })).json();
    return bring(manifest.widget.pageSearch);
  });
  // The next try starts anew.
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
};
