import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { reachable } from '../../../../content/check/walkthrough/options.ts';

it('an app that takes a request and never answers is none that can be reached', async () => {
  const server = createServer(() => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const app = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await reachable({ app }, 50)).toEqual({
    ok: false,
    errors: [`--app: found nothing at ${app} (no answer in 0.05 s); expected the running app`],
  });
  server.closeAllConnections();
  server.close();
});
