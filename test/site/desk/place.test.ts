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
      { view: 'walkthroughs' as const, span: '7d' },
    ]) {
      expect(readPlace(placeQuery(place))).toMatchObject(place);
    }
  });

  it('has no query at the start', () => {
    expect(placeQuery({})).toBe('');
  });

  it('tells what nobody knows, and leaves it out of the next address', () => {
    const place = readPlace('?status=<script>&order=up&ticket=&view=<b>&tag=csp');
    expect(place).toEqual({ tag: 'csp', unknown: ['status=<script>', 'order=up', 'view=<b>'] });
    expect(placeQuery(place)).toBe('?tag=csp');
  });

  it('keeps every filter, the order and the words', () => {
    const query = '?status=open&queue=tier%3A2&priority=high&topic=widget&tag=csp&assignee=me&order=due&q=a+%22b+c%22';
    expect(placeQuery(readPlace(query))).toBe(query);
  });
});
