import { describe, expect, it } from 'vitest';
import { placeQuery, readPlace } from '../../../site/desk/place.ts';

describe('a place in the desk', () => {
  it('is read back from its address', () => {
    for (const place of [
      {},
      { ticket: 'a b&c' },
      { status: 'on-hold' as const },
      { ticket: '1', status: 'new' as const },
      { ticket: '1', view: 'what-if' as const },
      { view: 'reports' as const, span: '2026-11-01..2026-11-30' },
    ]) {
      expect(readPlace(placeQuery(place))).toMatchObject(place);
    }
  });

  it('has no query at the start', () => {
    expect(placeQuery({})).toBe('');
  });

  it('ignores what is no status', () => {
    expect(readPlace('?status=<script>&ticket=&view=<b>')).toEqual({
      ticket: undefined,
      status: undefined,
      view: undefined,
    });
  });
});
