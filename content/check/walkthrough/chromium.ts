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

/** A fresh headless browser; whoever launches it closes it. */
export async function launchChromium(): Promise<Browser> {
  return driver.launch({ executablePath: await findChromium(), args });
}
