import { type SealedKind, unseal } from '../../content/search/envelope.ts';

type Bytes = Uint8Array<ArrayBuffer>;
export type Fetched<T> = { ok: true; value: T; bytes: Bytes } | { ok: false; reason: string };
export type Opened<T> = { ok: true; value: T } | { ok: false; reason: string };

const longestMs = 20_000;

const get = async (url: string, cache: RequestCache): Promise<Bytes> => {
  const answer = await fetch(url, { cache, signal: AbortSignal.timeout(longestMs) });
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  return new Uint8Array(await answer.arrayBuffer());
};

/** Fetches a file and opens it. A damaged copy is fetched once more past every cache before it is refused. */
export const fetchOpened = async <T>(url: string, open: (bytes: Bytes) => Opened<T>): Promise<Fetched<T>> => {
  let reason = '';
  for (const cache of ['default', 'reload'] as const) {
    try {
      const bytes = await get(url, cache);
      const opened = open(bytes);
      if (opened.ok) return { ...opened, bytes };
      reason = opened.reason;
    } catch (cause) {
      return { ok: false, reason: String(cause) };
    }
  }
  return { ok: false, reason };
};

/** Opens a sealed JSON file. What is in it stays unknown until somebody has checked it. */
export const openJson = (kind: SealedKind, bytes: Bytes): Opened<unknown> => {
  const unsealed = unseal(kind, bytes);
  if (!unsealed.ok) return unsealed;
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(unsealed.payload)) };
  } catch (cause) {
    return { ok: false, reason: String(cause) };
  }
};
