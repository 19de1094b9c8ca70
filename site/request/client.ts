import { routes } from '../../api/contract/routes.ts';
import { type Message, message, type Thread, thread } from '../../api/contract/ticket.ts';
import type { Api } from '../../widget/client/api.ts';
import type { Draft } from '../thread/drafts.ts';
import { type Result, readAnswer } from '../thread/result.ts';

/** What whoever has a capability can do. */
export interface RequestClient {
  thread(capability: string): Promise<Result<Thread>>;
  write(capability: string, draft: Draft): Promise<Result<Message>>;
}

/** The capability travels in a header: addresses are written to logs. */
export const createRequestClient = (api: Api): RequestClient => ({
  thread: async (capability) => readAnswer(await api.send(routes.thread, { method: 'GET', capability }), thread),
  write: async (capability, { text, key }) =>
    readAnswer(await api.send(routes.messages, { method: 'POST', capability, key, body: { text } }), message),
});
