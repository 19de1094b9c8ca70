import { describe, expect, it } from 'vitest';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import { guided, isFailed, isForVersion } from '../../../widget/shell/guidance.ts';

const document = (more: Partial<CompiledDocument> = {}): CompiledDocument => ({
  id: 'walkthrough:one',
  kind: 'walkthrough',
  slug: 'one',
  locale: 'en',
  category: 'start',
  title: 'One',
  description: 'One',
  related: [],
  body: [],
  source: 'en/one.yaml',
  steps: [{ do: [], say: [] }],
  guide: { start: '/', steps: [{ id: 'one', advance: { by: 'next' }, skip: false }] },
  ...more,
});
const sealed = (result: 'passed' | 'failed') => document({ seal: { result, on: '2020-01-01', until: '2020-02-01' } });
const forApp = (app: string) => document({ guide: { ...document().guide!, app } });

describe('the versions that a walkthrough is for', () => {
  it.each([
    ['>=2.4', '2.4', true],
    ['>=2.4', '2.4.0', true],
    ['>=2.4', '2.10.1', true],
    ['>=2.4', '2.3.9', false],
    ['>2.4', '2.4', false],
    ['<3', '2.99', true],
    ['<3', '3.0', false],
    ['<=3', '3', true],
    ['=2.4', '2.4.0', true],
    ['=2.4', '2.5', false],
    ['>=2.4 <3', '2.5', true],
    ['>=2.4 <3', '3.1', false],
    ['>=2.4', 'v2.5.0-beta.1', true],
  ])('%s holds for %s: %s', (wanted, version, holds) => {
    expect(isForVersion(wanted, version)).toBe(holds);
  });
  it('are all of them where it names none, and where nobody knows of the app’s', () => {
    expect(isForVersion(undefined, '1.0')).toBe(true);
    expect(isForVersion('>=2', undefined)).toBe(true);
    expect(isForVersion('>=2', 'nightly')).toBe(true);
  });
});

describe('a page', () => {
  it('is led through a walkthrough with places in it, of this version', () => {
    expect(guided(document(), undefined)?.id).toBe('walkthrough:one');
    expect(guided(forApp('>=2'), '2.1')?.id).toBe('walkthrough:one');
    expect(guided(forApp('>=2'), '1.9')).toBeUndefined();
  });
  it('is not led through one without places, or through nothing', () => {
    const { guide: _, ...plain } = document();
    expect(guided(plain, undefined)).toBeUndefined();
    expect(guided(undefined, undefined)).toBeUndefined();
  });
  it('is not led through one whose last check failed, also after the last day of that check', () => {
    expect(isFailed(sealed('failed'))).toBe(true);
    expect(guided(sealed('failed'), undefined)).toBeUndefined();
  });
  it('is led through one that passed once: an old check says nothing', () => {
    expect(isFailed(sealed('passed'))).toBe(false);
    expect(guided(sealed('passed'), undefined)?.id).toBe('walkthrough:one');
  });
});
