import { afterEach, expect, it } from 'vitest';
import { startSeals } from '../../../site/src/script/seals.ts';

afterEach(() => document.body.replaceChildren());

it('takes away what was said of a check that no longer counts', () => {
  for (const until of ['2026-11-25', '2026-11-26', '2027-01-01']) {
    const seal = document.createElement('p');
    seal.dataset['until'] = until;
    document.body.append(seal);
  }
  startSeals(new Date('2026-11-26T23:00:00Z'));
  const left = [...document.querySelectorAll<HTMLElement>('[data-until]')].map((seal) => seal.dataset['until']);
  expect(left).toEqual(['2026-11-26', '2027-01-01']);
});
