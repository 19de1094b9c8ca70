import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetPlaces, forgetWalkthroughs } from '../../../../widget/client/flag.ts';
import { isEnded, keepEnded, keepPlace, readPlace } from '../../../../widget/walkthrough/guide/kept.ts';

const place = { id: 'walkthrough:one', step: 'two', started: 1_000 };

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

describe('the place of a walkthrough in a tab', () => {
  it('is the one under way, or else the one that was left', () => {
    keepPlace(place, 'left');
    expect(readPlace()).toEqual({ ...place, isOn: false });
    keepPlace({ ...place, step: 'three', after: true }, 'on');
    expect(readPlace()).toEqual({ ...place, step: 'three', after: true, isOn: true });
  });
  it('is forgotten whole', () => {
    keepPlace(place, 'on');
    forgetPlaces();
    expect(readPlace()).toBeUndefined();
    expect(sessionStorage.length).toBe(0);
  });
  it('is wiped with the device', () => {
    keepPlace(place, 'left');
    const left = { ...sessionStorage };
    keepPlace(place, 'on');
    Object.assign(sessionStorage, left);
    keepEnded(place.id, 'finished');
    forgetWalkthroughs();
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
  });
  it.each([
    'no JSON',
    'null',
    '[]',
    '{"id":"walkthrough:one"}',
    '{"id":1,"step":"two","started":1}',
    '{"id":"a","step":"two","started":"1"}',
  ])('is none where somebody else has written %s', (text) => {
    sessionStorage.setItem('tierzero', text);
    expect(readPlace()).toBeUndefined();
  });
  it('is none where a page forbids to keep anything', () => {
    const forbidden = {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    };
    vi.stubGlobal('sessionStorage', new Proxy({}, forbidden));
    vi.stubGlobal('localStorage', new Proxy({}, forbidden));
    keepPlace(place, 'on');
    keepEnded('walkthrough:one', 'finished');
    expect(readPlace()).toBeUndefined();
    expect(isEnded('walkthrough:one')).toBe(false);
  });
});

describe('walkthroughs that are not offered again', () => {
  it('are those that were finished, and those nobody wants to see', () => {
    keepEnded('walkthrough:one', 'finished');
    keepEnded('walkthrough:two', 'dismissed');
    expect(['one', 'two', 'three'].map((name) => isEnded(`walkthrough:${name}`))).toEqual([true, true, false]);
  });
  it.each(['no JSON', 'null', '7', '{"walkthrough:one":1}'])('are none where somebody else has written %s', (text) => {
    localStorage.setItem('tierzero-walkthroughs', text);
    expect(isEnded('walkthrough:one')).toBe(false);
    keepEnded('walkthrough:one', 'finished');
    expect(isEnded('walkthrough:one')).toBe(true);
  });
});
