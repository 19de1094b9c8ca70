import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { anchorFrom } from '../../content/schema/anchor.ts';
import type { CompiledDocument } from '../../content/schema/document.ts';
import type { GuideStep } from '../../content/schema/guide.ts';
import { publish } from '../widget/fixture.ts';

/** An application whose walkthroughs are led on the page, and the help center of another origin that has them. */

type Step = Partial<GuideStep> & { id: string; do: string; say?: string };

const paragraph = (text: string) => ({ tag: 'p' as const, children: [text] });

const guidedDocument = (slug: string, title: string, steps: Step[], start = '/'): CompiledDocument => ({
  id: `walkthrough:${slug}`,
  kind: 'walkthrough',
  slug,
  locale: 'en',
  category: 'start',
  title,
  description: title,
  related: [],
  body: [],
  source: `en/${slug}.yaml`,
  steps: steps.map(({ do: text, say }) => ({ do: [paragraph(text)], say: say ? [paragraph(say)] : [] })),
  guide: {
    start,
    steps: steps.map(({ do: _, say: __, ...step }) => ({ advance: { by: 'next' }, skip: false, ...step })),
  },
});

const create = anchorFrom({ name: 'order.new', selector: '#new', role: 'button', label: 'New order' });

const walkthroughs = [
  guidedDocument('new-order', 'Make an order', [
    { id: 'open', do: 'Select New order.', say: 'It opens the form below.', anchor: create, advance: { by: 'click' } },
    {
      id: 'amount',
      do: 'Type how many you need.',
      say: 'Whole pieces only.',
      anchor: { name: 'order.amount' },
      advance: { by: 'input', matches: '\\d+' },
    },
    {
      id: 'go',
      do: 'Open the orders.',
      anchor: { name: 'orders' },
      advance: { by: 'click' },
      after: { route: '/orders/**' },
    },
    { id: 'wait', do: 'Wait for our message.', say: 'It comes by mail.' },
    { id: 'look', do: 'Look at your order.', anchor: { name: 'order.first' }, before: { route: '/orders/**' } },
  ]),
  guidedDocument('two-steps', 'Try it out', [
    { id: 'one', do: 'Select New order.', anchor: create },
    { id: 'two', do: 'That was it.' },
  ]),
  guidedDocument('skippable', 'Leave one out', [
    { id: 'one', do: 'Select what is not there.', anchor: { name: 'nowhere' }, skip: true },
    { id: 'two', do: 'That was it.' },
  ]),
  guidedDocument('far-down', 'See the oldest', [{ id: 'one', do: 'Look at the last one.', anchor: { name: 'foot' } }]),
  guidedDocument('routed', 'Go there', [
    { id: 'one', do: 'Go to the reports.', anchor: create, advance: { by: 'route', route: '/reports/' } },
    { id: 'two', do: 'Back on the first page.', anchor: create, before: { route: '/' } },
  ]),
  guidedDocument(
    'of-a-project',
    'Order in a project',
    [{ id: 'one', do: 'Select New order.', anchor: create, before: { route: '/projects/*' } }],
    '/projects/7/',
  ),
];

const pages: Record<string, string> = {
  '/': `<h1>Shop</h1><p><button id="new" data-tierzero-anchor="order.new">New order</button></p>
    <p><label>Amount <input data-tierzero-anchor="order.amount"></label></p>
    <p><a href="/orders/" data-tierzero-anchor="orders">Orders</a></p>${'<p>Order</p>'.repeat(90)}<p><button data-tierzero-anchor="foot">Older</button></p>`,
  '/orders/': '<h1>Orders</h1><p data-tierzero-anchor="order.first">Order 1</p>',
  '/frame': `<button data-tierzero-anchor="order.new">New order</button>
    <label>Amount <input data-tierzero-anchor="order.amount"></label>`,
};

const listen = async (server: ReturnType<typeof createServer>): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const typeOf = (path: string): string =>
  path.endsWith('.js') ? 'text/javascript' : path.endsWith('.json') ? 'application/json' : 'text/plain';

/** Another walkthrough and the page that it leads through, whose path is its slug. */
export interface Case {
  slug: string;
  steps: Step[];
  page: string;
}

/** Serves both. `counts` is what was counted. */
export const startGuided = async (attributes = '', cases: readonly Case[] = []) => {
  const more = cases.map(({ slug, steps }) => guidedDocument(slug, slug, steps, `/${slug}`));
  const all = { ...pages, ...Object.fromEntries(cases.map(({ slug, page }) => [`/${slug}`, page])) };
  const files = publish([...walkthroughs, ...more]);
  const chunks: Record<string, string> = JSON.parse(readFileSync('dist/widget/chunks.json', 'utf8'));
  const known = JSON.parse(String(files.get('tierzero.json')));
  files.set('tierzero.json', JSON.stringify({ ...known, routing: 'tz/none.txt', widget: chunks }));
  const counts: unknown[] = [];
  const help = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1).split('?', 1)[0] ?? '';
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    response.setHeader('Content-Type', typeOf(path));
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (request.method === 'POST') {
      let text = '';
      request.on('data', (part) => {
        text += part;
      });
      request.on('end', () => {
        counts.push(JSON.parse(text));
        response.writeHead(204).end();
      });
      return;
    }
    const built = join('dist/widget', path);
    const body = files.get(path) ?? (path && existsSync(built) ? readFileSync(built) : undefined);
    response.statusCode = body === undefined ? 404 : 200;
    response.end(body);
  });
  const origin = await listen(help);
  const policy = `default-src 'none'; frame-src 'self'; script-src ${origin}; connect-src ${origin}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const app = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
    const script = path === '/frame' ? '' : `<script async ${attributes} src="${origin}/tierzero.js"></script>`;
    response.end(
      `<!doctype html><html lang="en"><head><title>Shop</title><meta name="viewport" content="width=device-width">${script}</head><body><main>${all[path] ?? all['/']}</main></body></html>`,
    );
  });
  const url = await listen(app);
  return {
    url: `${url}/`,
    counts,
    close: () => Promise.all([help, app].map((server) => new Promise((done) => server.close(done)))),
  };
};
