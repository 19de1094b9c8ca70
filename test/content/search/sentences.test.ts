import { describe, expect, test } from 'vitest';
import { isLeaning, isPointer, isSentence, sentencesOf } from '../../../content/search/sentences.ts';

test('lines and sentences of a section stand in it word for word', () => {
  const text = 'Open Billing. Choose a month!\nExport\n请打开设置。 完成';
  expect(sentencesOf({ text })).toEqual(['Open Billing.', 'Choose a month!', 'Export', '请打开设置。', '完成']);
});

describe('a sentence that only sends the reader elsewhere', () => {
  test.each([
    'See Billing.',
    'For more information, see “About invoices”.',
    'Note: For details about roles, please see the list.',
    'To learn more, read more about plans.',
    'In this article you learn how to export invoices.',
    'Weitere Informationen finden Sie unter Rechnungen.',
    'Siehe Rechnungen.',
  ])('is told: %s', (sentence) => expect(isPointer(sentence)).toBe(true));
  test.each([
    'You see the invoice in Billing.',
    'To learn the price, choose a plan.',
    'For invoices of last year, choose Archive.',
    'Seen messages are grey.',
    'Sie lesen die Nachricht im Browser.',
  ])('is told from others: %s', (sentence) => expect(isPointer(sentence)).toBe(false));
});

test('a sentence that needs the one before it is told', () => {
  expect(['It stays there.', '(Optional) Choose a month.', 'Dann wählen Sie einen Monat.'].map(isLeaning)).toEqual([
    true,
    true,
    true,
  ]);
  expect(isLeaning('Italics are kept.')).toBe(false);
  expect(isLeaning('Android asks first.')).toBe(false);
});

test('a whole sentence begins and ends as one, in any script', () => {
  for (const text of [
    'Open the billing page now.',
    '“Export” makes a file of it.',
    '打开账单页面。',
    'افتح صفحة الفواتير؟',
  ])
    expect(isSentence(text, 5)).toBe(true);
  for (const text of [
    'npm run build -- --all',
    'and then the rest of it.',
    'Plan · Price · Seats.',
    'A|B|C ends.',
    'Billing settings',
  ])
    expect(isSentence(text, 5)).toBe(false);
  expect(isSentence('Save.', 1)).toBe(false);
});
