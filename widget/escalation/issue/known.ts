import { type PublicIssue, publicIssues } from '../../../api/contract/public-issue.ts';
import { routes } from '../../../api/contract/routes.ts';
import type { Api } from '../../client/api.ts';
import type { Kit } from '../../ui/kit.ts';

/** Who opens and closes the panel all the time asks no more often. */
const freshForMs = 60_000;

interface Asked {
  at: number;
  locale: string;
  answer: Promise<PublicIssue[]>;
}
const asked = new WeakMap<Api, Asked>();

/** What is known now, in the reader's language. Nothing where there is no answer: it is no reason to trouble anybody. */
export const knownIssues = ({ api, locale, now }: Pick<Kit, 'api' | 'locale' | 'now'>): Promise<PublicIssue[]> => {
  const before = asked.get(api);
  const isFresh = before !== undefined && before.locale === locale && now() - before.at < freshForMs;
  if (isFresh || !navigator.onLine) return before?.answer ?? Promise.resolve([]);
  const answer = ask(api, locale);
  asked.set(api, { at: now(), locale, answer });
  return answer;
};

const ask = async (api: Api, locale: string): Promise<PublicIssue[]> => {
  const answer = await api.send(`${routes.issues}?locale=${encodeURIComponent(locale)}`, { method: 'GET' });
  return (answer.ok && publicIssues.safeParse(answer.body).data?.issues) || [];
};
