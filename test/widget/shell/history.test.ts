import { describe, expect, it } from 'vitest';
import { atHome, back, go, home, present, replace } from '../../../widget/shell/history.ts';
import type { Route } from '../../../widget/ui/kit.ts';

const article: Route = { view: 'document', id: 'article:a' };
const search: Route = { view: 'search', query: 'words' };

describe('history', () => {
  it('goes on and steps back', () => {
    const there = go(go(atHome, article), { view: 'contact' });
    expect(present(there)).toEqual({ view: 'contact' });
    expect(present(back(there))).toEqual(article);
    expect(present(back(back(back(there))))).toEqual(home);
  });
  it('starts anew at home', () => expect(go(go(atHome, article), home)).toEqual([home]));
  it('takes no step to where it is', () => expect(go(go(atHome, article), { ...article })).toHaveLength(2));
  it('stays at the place when only its words change', () => {
    const there = replace(atHome, search);
    expect(there).toEqual([search]);
    expect(back(go(there, article))).toEqual([search]);
  });
  it('forgets the oldest steps of a long way', () => {
    let way = atHome;
    for (let step = 0; step < 100; step++) way = go(way, { view: 'document', id: `article:a${step}` });
    expect(way).toHaveLength(30);
    expect(present(way)).toEqual({ view: 'document', id: 'article:a99' });
  });
});
