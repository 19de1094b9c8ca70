import type { SavedReply } from '../../../content/schema/reply.ts';

/** Accents and case apart: whoever looks for a reply does not think of them. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The replies that have every word, those of the topic first, then those whose title has them. */
export const choiceOf = (
  replies: readonly SavedReply[],
  { words, topic }: { words: string; topic: string },
): SavedReply[] => {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const has = (text: string) => wanted.every((word) => folded(text).includes(word));
  const weight = ({ topics, title }: SavedReply) => (topics.includes(topic) ? 2 : 0) + (has(title) ? 1 : 0);
  return replies
    .filter(({ title, text }) => has(`${title} ${text}`))
    .sort((a, b) => weight(b) - weight(a) || a.title.localeCompare(b.title));
};
