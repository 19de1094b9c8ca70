import { createHash } from 'node:crypto';

/** What a set of built pages needs beyond files of its own origin. */
export interface Inline {
  /** `sha256-…` of every inline script, sorted. */
  scriptHashes: string[];
  /** Some element has a `style` attribute. */
  styleAttributes: boolean;
}

/**
 * Reads pages our own build has written, where attributes are always quoted and `<script>` is never in a comment.
 * A page that breaks this shows itself at once: its script does not run under the policy.
 */
export const inlineOf = (pages: Iterable<string>): Inline => {
  const hashes = new Set<string>();
  let styleAttributes = false;
  for (const page of pages) {
    for (const [, attributes = '', text = ''] of page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
      if (/\ssrc=/.test(attributes) || /\stype="application\/(?:ld\+)?json"/.test(attributes)) continue;
      hashes.add(`sha256-${createHash('sha256').update(text).digest('base64')}`);
    }
    styleAttributes ||= /<[a-z][^>]*\sstyle="/.test(page);
  }
  return { scriptHashes: [...hashes].sort(), styleAttributes };
};

/**
 * The help center's own policy. `trusted-types` names the one policy the site creates: the service worker's address
 * (`register` is a script sink); nothing turns text into markup anywhere.
 */
export const sitePolicy = ({ scriptHashes, styleAttributes }: Inline): string =>
  [
    "default-src 'none'",
    `script-src ${["'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' ')}`,
    "style-src 'self'",
    ...(styleAttributes ? ["style-src-attr 'unsafe-inline'"] : []),
    "img-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    // The preview of the configurator.
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types tierzero-worker',
  ].join('; ');

/** The host page's policy: what the widget promises to run under, and the page's own files. */
export const examplePolicy = (inline: Inline): string =>
  hostPolicy(inline, { ancestors: 'none', trustedTypes: "'none'" });

/** The same in the frame of the configurator, whose page adds the tag by code: one policy for that one address. */
export const previewPolicy = (inline: Inline): string =>
  hostPolicy(inline, { ancestors: 'self', trustedTypes: 'tierzero-preview' });

const hostPolicy = (
  { scriptHashes }: Inline,
  { ancestors, trustedTypes }: { ancestors: 'none' | 'self'; trustedTypes: string },
): string =>
  [
    "default-src 'none'",
    `script-src ${["'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors '${ancestors}'`,
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; ');
