import type { Settings } from '../../schema/settings.ts';

/** "Something else", for the one topic there is; other languages take the English word. */
const other: Record<string, string> = { en: 'Something else', de: 'Etwas anderes' };

/** What a company would decide, for a corpus that says nothing of it. */
export function settingsOf(name: string, locale: string): Settings {
  const word = other[locale.split('-')[0] ?? ''] ?? other['en']!;
  return { name, locales: [locale], firstReplyHours: 8, topics: [{ id: 'other', title: { [locale]: word } }] };
}
