import { existsSync } from 'node:fs';
import { type Browser, chromium as driver } from 'playwright-core';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium to test in: the one named by CHROMIUM, the machine's, or the one that comes with the packages. */
export async function findChromium(): Promise<string> {
  const own = [process.env.CHROMIUM, ...known].find((path) => path && existsSync(path));
  if (own) return own;
  try {
    const { default: shipped } = await import('@sparticuz/chromium');
    return await shipped.executablePath();
  } catch (cause) {
    throw new Error(
      'No Chromium to test in. Install one (Debian: apt-get install chromium) or name it: CHROMIUM=/path/to/chrome npm test',
      { cause },
    );
  }
}

/** A fresh headless browser; whoever launches it closes it, also on Ctrl-C where they say so. */
export async function launchChromium(options: { handleSIGINT?: boolean } = {}): Promise<Browser> {
  const executablePath = await findChromium();
  return driver.launch({ executablePath, args, ...options }).catch((cause) => {
    throw new Error(`${executablePath} does not start. Name another one: CHROMIUM=/path/to/chrome`, { cause });
  });
}
