import { describe, expect, test } from 'vitest';
import {
  isAction,
  isAside,
  isCodeLike,
  isLastResort,
  isLeaning,
  isPointer,
  isQuestion,
  isRefusal,
  isRemark,
  isSentence,
  isTrouble,
  opensSteps,
  sentencesOf,
} from '../../../content/search/sentences.ts';

test('the sentences of a line stand in it word for word', () => {
  expect(sentencesOf('Open Billing. Choose a month!')).toEqual(['Open Billing.', 'Choose a month!']);
  expect(sentencesOf('请打开设置。 完成')).toEqual(['请打开设置。', '完成']);
});
test('no sentence ends with an abbreviation', () => {
  for (const text of ['Use a browser (e.g. Firefox).', 'Ein Browser, z. B. Firefox.', 'Export etc. is there.'])
    expect(sentencesOf(text)).toEqual([text]);
});
test('sentences are told apart where the space between them was lost', () => {
  expect(sentencesOf('It is active.To change it, open Billing.Note: It takes an hour.')).toEqual([
    'It is active.',
    'To change it, open Billing.',
    'Note: It takes an hour.',
  ]);
  expect(sentencesOf('Open Node.js on example.com at 9.30.')).toHaveLength(1);
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
  expect(isSentence('Go with the browser to .', 5)).toBe(false);
});

test('what only helps when all else has failed is told, in English and in German', () => {
  for (const text of [
    'If you cannot use any of them, you have lost the account.',
    "When it doesn't load, wait an hour.",
    'Still stuck? Contact us and we will help.',
    'Wenn Sie keinen Zugriff mehr haben, ist das Konto verloren.',
  ])
    expect(isLastResort(text)).toBe(true);
  for (const text of ['If you have a code, type it in.', 'Wenn Sie einen Code haben, geben Sie ihn ein.'])
    expect(isLastResort(text)).toBe(false);
});

test('what is beside the matter is told', () => {
  for (const text of ['Note: It takes an hour.', 'For example, a day.', 'Hinweis: Es dauert.', 'Zum Beispiel heute.'])
    expect(isRemark(text)).toBe(true);
  expect(isRemark('Notes are kept for a year.')).toBe(false);
  expect(['Next steps', 'Known issues', 'Voraussetzungen', 'Siehe auch'].map(isAside)).toEqual(Array(4).fill(true));
  expect(['Export invoices', 'Rechnungen exportieren'].map(isAside)).toEqual([false, false]);
});

test('what says what to do, and what is not possible, is told', () => {
  for (const text of ['To export it, open Billing.', 'Select Export.', 'Um es zu exportieren, öffnen Sie Rechnungen.'])
    expect(isAction(text)).toBe(true);
  expect(['Invoices are files.', 'To learn more, read on.'].map(isAction)).toEqual([false, false]);
  expect(['It cannot be undone.', 'Das kann man nicht ändern.'].map(isRefusal)).toEqual([true, true]);
  expect(isRefusal('It can be undone.')).toBe(false);
});

test('a question answers nothing, and a query about trouble is told', () => {
  expect(['What is a plan?', '什么是账单？'].map(isQuestion)).toEqual([true, true]);
  expect(['export does not work', 'why is it slow', 'Export geht nicht'].map(isTrouble)).toEqual([true, true, true]);
  expect(['export invoices', 'how do I export'].map(isTrouble)).toEqual([false, false]);
});

test('signs in place of words are told from words', () => {
  expect(['(3rd|[Tt]hird)[-_]?[Pp]arty/', '--port=$PORT'].map(isCodeLike)).toEqual([true, true]);
  expect(
    ['Open “Billing” (or press B).', '打开账单页面。', 'C++ and A/B tests are run there.'].map(isCodeLike),
  ).toEqual([false, false, false]);
});

test('steps that follow a colon in one line are told from a label', () => {
  expect(opensSteps('To clear the cache: Close all windows.')).toBe(true);
  expect(opensSteps('Direction: Choose where it goes.')).toBe(false);
  expect(opensSteps('To clear the cache:')).toBe(false);
});
