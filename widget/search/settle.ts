/** What a search came to. */
export interface Settled {
  query: string;
  corrected?: string;
  count: number;
}

/** How long nobody typed before a search counts. */
const quietMs = 800;

/** Tells when a search has settled: after a pause, when a result is opened, or when the search is left. Once each. */
export const createSettler = (tell: (search: Settled) => void) => {
  let pending: Settled | undefined;
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    if (pending && pending.query !== told) {
      told = pending.query;
      tell(pending);
    }
    pending = undefined;
  };
  return {
    /** Words changed. Empty ones end the search without a word. */
    change(search: Settled | undefined) {
      clearTimeout(timer);
      pending = search;
      if (!search) told = '';
      else timer = setTimeout(settle, quietMs);
    },
    settle,
  };
};
