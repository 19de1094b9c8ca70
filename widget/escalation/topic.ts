import type { Kit } from '../ui/kit.ts';

/** In the reader's language, else in the help center's first. A topic that was taken away keeps its name. */
export const topicTitle = ({ settings, locale }: Pick<Kit, 'settings' | 'locale'>, id: string): string => {
  const titles = settings.topics.find((topic) => topic.id === id)?.title ?? {};
  return titles[locale] ?? titles[settings.locales[0] ?? ''] ?? id;
};
