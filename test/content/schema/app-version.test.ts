import { describe, expect, it } from 'vitest';
import { isForVersion } from '../../../content/schema/app-version.ts';

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
