import { guideHash } from '../../../content/compile/guide-hash.ts';
import type { Guide } from '../../../content/schema/guide.ts';
import type { WalkthroughCheck, WalkthroughChecks } from '../../../content/schema/walkthrough-check.ts';

/** A walkthrough that leads a page; `skip` says whether its second step may be left out. */
export const guided = (skip = false): string => `title: Create an invoice
description: Choose what to bill and send the invoice to your customer.
updated: 2026-11-22
category: account
start: /billing/
steps:
  - id: open
    do: Select **New invoice**.
    anchor: invoice.new
    advance: click
    alt: The list of invoices
  - id: send
    do: Select **Send**.
    anchor: invoice.send
    skip: ${skip}
`;

/** The guide that it becomes. */
export const guideOfIt = (skip = false): Guide => ({
  start: '/billing/',
  steps: [
    { id: 'open', anchor: { name: 'invoice.new' }, advance: { by: 'click' }, skip: false },
    { id: 'send', anchor: { name: 'invoice.send' }, advance: { by: 'next' }, skip },
  ],
});

/** A check of it that passed. */
export const passed = (changes: Partial<WalkthroughCheck> = {}): WalkthroughCheck => ({
  walkthrough: 'walkthrough:create-invoice',
  locale: 'en',
  guide: guideHash(guideOfIt()),
  version: '2.4',
  on: '2026-11-21',
  steps: [
    { id: 'open', result: 'pass' },
    { id: 'send', result: 'pass' },
  ],
  ...changes,
});

export const checksJson = (...checks: WalkthroughCheck[]): string => {
  const file: WalkthroughChecks = { format: 1, checks };
  return `${JSON.stringify(file, null, 2)}\n`;
};
