import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { examplePolicy, inlineOf, previewPolicy, sitePolicy } from '../../../site/build/policy.ts';

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

test('hashes each inline script once, byte for byte', () => {
  const { scriptHashes } = inlineOf([
    '<script>\na()\n</script>',
    '<p></p><script type="module">b()</script>',
    '<script>\na()\n</script>',
  ]);
  expect(scriptHashes).toEqual([hash('\na()\n'), hash('b()')].sort());
});

test('leaves scripts with an address and data blocks alone', () => {
  const { scriptHashes } = inlineOf([
    '<script async src="/tierzero.js"></script><script type="application/json">{}</script>',
  ]);
  expect(scriptHashes).toEqual([]);
});

test('allows style attributes only where a page has one', () => {
  const policy = (page: string) => sitePolicy(inlineOf([page]));
  expect(policy('<p>style="no"</p>')).not.toContain('style-src-attr');
  expect(policy('<p class="a" style="color:red">')).toContain("style-src-attr 'unsafe-inline'");
});

test('allows nothing inline beyond the hashes', () => {
  const policy = sitePolicy(inlineOf(['<script>a()</script>']));
  expect(policy).toContain(`script-src 'self' '${hash('a()')}';`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("style-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types tierzero-worker");
  expect(policy).not.toMatch(/unsafe/);
});

test('holds the host page to what the widget promises to run under', () => {
  expect(examplePolicy(inlineOf([]))).toMatch(/^default-src 'none'; script-src 'self'; .*trusted-types 'none'$/);
});

test('lets the preview add the tag, and no page but our own show it in a frame', () => {
  const allowed = (policy: string) => policy.split('; ').slice(-3);
  expect(allowed(previewPolicy(inlineOf([])))).toEqual([
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types tierzero-preview',
  ]);
  expect(allowed(examplePolicy(inlineOf([])))[0]).toBe("frame-ancestors 'none'");
  expect(sitePolicy(inlineOf([]))).toContain("frame-src 'self'");
});
