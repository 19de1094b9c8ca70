import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { idempotencyKeyHeader, routes } from '../../api/contract/routes.ts';
import { signIn } from './desk.ts';
import type { System } from './system.ts';

/** What a check needs of a running system: somebody at the desk, and a request for each walkthrough to work on. */
export interface SampleData {
  /** Each POST to it brings one more request, newer than all others. */
  resetUrl: string;
  /** Cookies of an agent who is signed in. */
  storageState: { cookies: Awaited<ReturnType<Awaited<ReturnType<typeof signIn>>['context']['cookies']>>; origins: [] };
  close(): Promise<void>;
}

export async function startSampleData(system: System): Promise<SampleData> {
  const agent = await signIn(system);
  const cookies = await agent.context.cookies();
  await agent.context.close();
  let asked = 0;
  const server = createServer(async (_, response) => {
    asked += 1;
    response.statusCode = await ask(system, asked);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    resetUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    storageState: { cookies, origins: [] },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Sends a request as the widget does; answers the status of the API. */
async function ask({ url }: System, count: number): Promise<number> {
  const body = { topic: 'other', message: `Where is order ${1_000 + count}?`, locale: 'en', context: [] };
  const answer = await fetch(url + routes.tickets, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [idempotencyKeyHeader]: `sample-data-request-${count}` },
    body: JSON.stringify(body),
  });
  return answer.status;
}
