import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeConfigError, readConfig } from '../config.ts';
import { serve } from './serve.ts';

/** `npm start`, once everything is built: reads the environment, serves, and prints where. */
async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    console.error(['Nothing was started:', ...read.errors.map(describeConfigError)].join('\n  '));
    process.exitCode = 1;
    return;
  }
  const { config } = read;
  const running = await serve(config);
  const home = (config.siteUrl ?? running.url) + config.base;
  const content = otherContent();
  console.log(`
${content ? `Search        ${home}search/` : `Help center   ${home}`}
Host page     ${home}example/
Desk          ${await running.signInLink()}
              The link signs in once, within 15 minutes.
${content ? otherWords(content) : ''}`);
  offerLinks(running.signInLink);

  const stop = async () => {
    await running.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** The folder after `--content`, whose public folder the launcher has named in the environment. */
function otherContent(): string | undefined {
  const { content } = parseArgs({ options: { content: { type: 'string' } }, strict: false }).values;
  return typeof content === 'string' ? content : undefined;
}

const otherWords = (content: string): string => `
The search and the widget answer from ${content}. Its articles have no pages here: they open in the widget
on the host page. The pages around are those of our own help center.
`;

/** Whoever holds the terminal may sign in: Enter prints a fresh link. */
function offerLinks(signInLink: () => Promise<string>): void {
  if (!process.stdin.isTTY) return;
  console.log('Press Enter for a fresh sign-in link, Ctrl-C to stop.');
  // A terminal in raw mode would swallow Ctrl-C; this one only hands over lines.
  const lines = createInterface({ input: process.stdin, terminal: false });
  lines.on('line', async () => console.log(`Desk          ${await signInLink()}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : 'The server could not start.');
    process.exitCode = 1;
  });
}
