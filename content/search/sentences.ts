import type { Section } from './plain.ts';

/** Lines and sentences of a section, as they stand in it. */
export const sentencesOf = ({ text }: Section): string[] => text.split(/\n|(?<=[.!?…。！？])\s+/u);

const label = '^(?:\\W*(?:note|tip|hinweis|tipp)\\W+)?';
const aim = '(?:(?:for|to (?:learn|find out|read|see)|if you want|about)\\b[^,.:]*, )?(?:please )?';
const elsewhere = '(?:see|read more|refer to|learn more|check out|visit)\\b';
const aside = 'in this (?:article|guide|topic|section)\\b|in diesem (?:artikel|abschnitt)\\b';
const german = '(?:weitere|mehr) (?:informationen|infos?|einzelheiten|dazu|zu|über)\\b|siehe\\b|lesen sie\\b';
const pointer = new RegExp(`${label}(?:${aim}${elsewhere}|${aside}|${german})`, 'i');

/** A sentence that sends the reader elsewhere and says nothing itself: "For more information, see …". */
export const isPointer = (sentence: string): boolean => pointer.test(sentence);

const leaning =
  /^(?:\(|(?:this|that|these|those|it|they|then|finally|however|also|additionally|otherwise|but|and|so|das|dies\w*|es|dann|danach|außerdem|sonst|aber|und|schließlich)\b)/i;

/** A sentence that makes sense only after the one before it. */
export const isLeaning = (sentence: string): boolean => leaning.test(sentence);

/** An end of a sentence in any script, or the colon before a list. */
const ending = /[\p{Sentence_Terminal}…:：]["”’'»)\]]*$/u;
const beginning = /^["“„‘'«¿¡(]?[\p{Lu}\p{Lo}\p{N}]/u;

/** Fewer words are a label or a button. */
const fewest = 5;

/** A whole sentence of so many words, and not a cell, a row, a line of code or a heading. */
export const isSentence = (text: string, words: number): boolean =>
  words >= fewest && beginning.test(text) && ending.test(text) && !/ · |\|.*\|/.test(text);

/** A sentence that a list follows. */
export const opensList = (sentence: string): boolean => /[:：]$/.test(sentence);
