/** Words of English too common to rank by; measured against the longer lists, which lose questions. */
export const englishStopWords: ReadonlySet<string> = new Set(
  (
    'a about after all also am an and any are arent as at be because been before being but by can cant could couldnt ' +
    'did didnt do does doesnt doing dont for from get getting got had has have having he her here him his how i id if ' +
    'im in into is isnt it its ive just keep like me my no not of off on one only or other our out over please she ' +
    'should so some such than that thats the their them then there theres these they this those through to too under until up us ' +
    'very was wasnt we were what whats when where which while who why will wish with wont would you your'
  ).split(' '),
);

/** Words whose ending is none, or that Snowball joins with others: families by the term they stand under. */
const families = {
  alias: 'alias aliases aliased',
  canvas: 'canvas canvases',
  embed: 'embed embeds embedded embedding embedder',
  news: 'news',
  sms: 'sms',
  general: 'general generally',
  emoji: 'emoji emojis',
};

/** Terms of words that the stemmer gets wrong. */
export const irregularEnglish: ReadonlyMap<string, string> = new Map(
  Object.entries(families).flatMap(([term, words]) => words.split(' ').map((word): [string, string] => [word, term])),
);
