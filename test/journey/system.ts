import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../api/runtime/serve.ts';
import { launchChromium } from '../support/chromium.ts';

/** The whole system on a free port with an empty database, and a browser beside it. */
export interface System {
  url: string;
  /** Where its database is. */
  dataDir: string;
  signInLink(): Promise<string>;
  /** Looks at the clocks of requests now. */
  tick(): Promise<void>;
  /** A fresh profile: no storage, no cookies. Everything it opens is watched. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Errors of pages and consoles, and what a Content Security Policy stopped. */
  complaints: string[];
}

/** `now` is the server's clock; a visitor's is their own. */
export async function startSystem(publicDir = 'dist/public', now: () => number = Date.now): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tierzero-journey-'));
  const running = await serve({ port: 0, dataDir, publicDir, rateLimit: 0, now, log: () => {} });
  const browser = await launchChromium();
  return {
    url: running.url,
    dataDir,
    signInLink: () => running.signInLink(),
    tick: () => running.tick(),
    visitor: (options) => visit(browser, options),
    async close() {
      await browser.close();
      await running.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', ...options });
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const page = await context.newPage();
  return { context, page, complaints };
}

/** A page of another origin that carries the widget's tag, under the policy given; `attributes` go on the tag. */
export async function hostPage(help: string, policy?: (origin: string) => string, attributes = '') {
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(policy ? { 'Content-Security-Policy': policy(help) } : {}),
    });
    response.end(
      `<!doctype html><html lang="en"><head><title>Host</title><script async ${attributes} src="${help}/tierzero.js"></script></head>` +
        `<body><h1>An application</h1><a href="${help}/contact" data-tierzero="contact">Ask</a></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(resolve)) };
}
