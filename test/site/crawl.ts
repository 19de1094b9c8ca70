import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { files } from '../../site/build/stamp.ts';

/** Answered by the API, which is no file. */
const served = /^(?:contact|request|desk)(?:\/|$)/;

/** Every link, script, style and picture of the built pages that leads nowhere: `page → target`. */
export async function deadLinks(publicDir: string, base: string): Promise<string[]> {
  const all = (await files(publicDir)).filter((file) => file.endsWith('.html'));
  const pages = new Map(
    all.map((file) => [relative(publicDir, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
  );
  const dead: string[] = [];
  for (const [name, html] of pages) {
    const here = base + name.replace(/index\.html$/, '');
    for (const [, , target = ''] of html.matchAll(/\s(href|src|action)="([^"]*)"/g)) {
      const url = new URL(target.replaceAll('&amp;', '&'), `http://help.test${here}`);
      if (url.origin !== 'http://help.test' || leads(url, { publicDir, base, pages })) continue;
      dead.push(`${here} → ${target}`);
    }
  }
  return dead;
}

interface Built {
  publicDir: string;
  base: string;
  pages: Map<string, string>;
}

/** An address of the application, where the widget begins a walkthrough of this help center. */
const begins = /^#tierzero=walkthrough:(?:[a-z-]+\/)?([a-z0-9-]+)$/;

function leads({ pathname, hash }: URL, { publicDir, base, pages }: Built): boolean {
  const [, walkthrough] = begins.exec(hash) ?? [];
  if (walkthrough !== undefined) return pages.has(`walkthroughs/${walkthrough}/index.html`);
  if (!pathname.startsWith(base)) return false;
  const below = decodeURIComponent(pathname.slice(base.length));
  if (served.test(below)) return true;
  if (below !== '' && !below.endsWith('/')) return existsSync(join(publicDir, below));
  const page = pages.get(`${below}index.html`);
  const id = decodeURIComponent(hash.slice(1));
  return page !== undefined && (id === '' || page.includes(` id="${id}"`));
}
