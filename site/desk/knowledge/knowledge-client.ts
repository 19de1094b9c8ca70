import { knowledgeDocument, type SavedReplies, savedReplies } from '../../../api/contract/knowledge.ts';
import { routes } from '../../../api/contract/routes.ts';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import { type InternalDocument, isInternal } from '../../../content/schema/internal.ts';
import type { SearchRecord } from '../../../content/schema/search-record.ts';
import { unseal } from '../../../content/search/envelope.ts';
import { checkDocument } from '../../../widget/article/check.ts';
import { createApi, type Failure } from '../../../widget/client/api.ts';
import { type Result, readAnswer } from '../../thread/result.ts';

/** A document as it is read in the desk. */
export type KnowledgeDocument = CompiledDocument | InternalDocument;

type Bytes = Uint8Array<ArrayBuffer>;

/** What agents can read beside a request. Nothing throws; `locale` is the request's. */
export interface KnowledgeClient {
  /** Sealed search index over readers' documents and internal ones. */
  index(locale: string): Promise<Result<Bytes>>;
  /** A part of a large index; such an index has nothing that is not public. */
  part(file: string): Promise<Result<Bytes>>;
  /** A document that a search has found. */
  document(record: SearchRecord, locale: string): Promise<Result<KnowledgeDocument>>;
  replies(locale: string): Promise<Result<SavedReplies>>;
}

interface ClientOptions {
  fetch: typeof fetch;
  /** Folder of the help center, `/` at both ends. */
  base: string;
  now: () => number;
}

/** A large index over a slow line takes its time. */
const patienceMs = 30_000;

/** Reads what is internal from the API, with the session, and what everybody may read from where everybody does. */
export const createKnowledgeClient = ({ fetch, base, now }: ClientOptions): KnowledgeClient => {
  const same: RequestInit = { mode: 'same-origin', credentials: 'same-origin' };
  const api = createApi({ origin: '', now, fetch: (input, init) => fetch(input, { ...init, ...same }) });
  const get = (path: string) => api.send(`${routes.deskKnowledge}/${path}`, { method: 'GET' });
  const query = (locale: string) => `?${new URLSearchParams({ locale })}`;

  const bytes = async (url: string, init: RequestInit): Promise<Result<Bytes>> => {
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
      if (!response.ok) return refusalOf(response.status);
      return { ok: true, value: new Uint8Array(await response.arrayBuffer()) };
    } catch {
      return { ok: false, kind: 'offline' };
    }
  };
  const published = (file: string) => bytes(base + file, { credentials: 'omit' });

  return {
    index: (locale) => bytes(`${routes.deskKnowledge}/index${query(locale)}`, { ...same, cache: 'no-store' }),
    part: published,
    async document({ id, file }, locale) {
      if (isInternal(id)) {
        const answer = readAnswer(await get(`documents/${encodeURIComponent(id)}${query(locale)}`), knowledgeDocument);
        return answer.ok ? { ok: true, value: answer.value.document } : answer;
      }
      const answer = await published(file);
      return answer.ok ? read(answer.value) : answer;
    },
    replies: async (locale) => readAnswer(await get(`replies${query(locale)}`), savedReplies),
  };
};

const refusalOf = (status: number): Failure => ({
  ok: false,
  kind: 'problem',
  status,
  ...(status === 401 && { code: 'signed-out' }),
});

/** Only a whole and checked tree is rendered. */
const read = (sealed: Bytes): Result<CompiledDocument> => {
  const opened = unseal('D', sealed);
  const document = opened.ok ? checkDocument(parse(opened.payload)) : undefined;
  return document ? { ok: true, value: document } : { ok: false, kind: 'invalid-response' };
};

const parse = (payload: Bytes): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return undefined;
  }
};
