import { describe, expect, it } from 'vitest';
import { pathMatches } from '../../../content/schema/path-matches.ts';

describe('a pattern of paths', () => {
  it.each([
    ['/billing', '/billing', true],
    ['/billing', '/billing/', true],
    ['/billing', '/billing/new', false],
    ['/billing/*', '/billing/new', true],
    ['/billing/*', '/billing/new/line', false],
    ['/billing/*/edit', '/billing/7/edit', true],
    ['/billing/**', '/billing', true],
    ['/billing/**', '/billing/7/edit', true],
    ['/**', '/', true],
    ['/billing/**', '/other', false],
    ['/', '/', true],
  ])('%s on %s: %s', (pattern, path, matches) => expect(pathMatches(pattern, path)).toBe(matches));
});
