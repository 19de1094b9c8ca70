import { describe, expect, it } from 'vitest';
import { guided, isFailed } from '../../../widget/shell/guidance.ts';
import { walkthroughDocument as document } from '../../support/walkthrough-document.ts';

const sealed = (result: 'passed' | 'failed') => document({ seal: { result, on: '2020-01-01', until: '2020-02-01' } });
const forApp = (app: string) => document({ guide: { ...document().guide!, app } });

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
