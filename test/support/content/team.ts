import type { Files } from './help-center.ts';

/** An internal article that holds; its body starts at line 6. */
export const internal = (body: string, title = 'Refund by hand'): string => `---
title: ${title}
description: Who may give money back without a new invoice, and how.
updated: 2026-11-22
---
${body}
`;

/** A saved reply that holds; its body starts at line 4. */
export const reply = (body: string, more = ''): string => `---
title: Ask for the browser
${more}---
${body}
`;

/** What a small team has, in two languages; readers have a help center in the first alone. */
export const teamFiles: Files = {
  'settings.yaml': `name: Example
locales: [en, de]
firstReplyHours: 8
topics:
  - id: other
    title: { en: Something else, de: Etwas anderes }
`,
  'en/internal/refund-by-hand.md': internal('Open the ledger.\n\n## Above 500\n\nAsk the lead.'),
  'en/internal/on-call/page-somebody.md': internal('Use the pager.', 'Page somebody at night'),
  'de/internal/refund-by-hand.md': internal('Das Kassenbuch öffnen.', 'Von Hand erstatten'),
  'en/replies/ask-browser.md': reply('Hello {name},\n\nwhich browser is it?\n\n{agent}', 'topics: [other]\n'),
  'en/replies/solved.md': reply('Your request {reference} is solved.'),
  'de/replies/ask-browser.md': reply('Guten Tag {name},\n\nwelcher Browser ist es?'),
};
