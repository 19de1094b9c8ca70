/**
 * The sentences of a line, as they stand in it. None ends after `e.g.` or before a small letter. Where text was taken from
 * a page without its breaks, one ends without a space: "is active.To change it, press …".
 */
export const sentencesOf = (line: string): string[] =>
  line.split(
    /(?<=[!?…。！？]|(?<!(?<!\p{L})\p{L})\.)\s+(?!\p{Ll})|(?<=\p{Ll}{2}["”’)]?[.!?:])(?=\p{Lu}\p{Ll}*[,:]?\s)/u,
  );

const label = '^(?:\\W*(?:note|tip|hinweis|tipp)\\W+)?';
const aim = '(?:(?:for|to (?:learn|find out|read|see)|if you want|about)\\b[^,.:]*, )?(?:please )?';
const elsewhere = '(?:see|read more|refer to|learn more|check out|visit)\\b';
const lead = 'in this (?:article|guide|topic|section)\\b|in diesem (?:artikel|abschnitt)\\b';
const furtherOn = '(?:weitere|mehr) (?:informationen|infos?|einzelheiten|dazu|zu|über)\\b|siehe\\b|lesen sie\\b';
const pointer = new RegExp(`${label}(?:${aim}${elsewhere}|${lead}|${furtherOn})`, 'i');

/** A sentence that sends the reader elsewhere and says nothing itself: "For more information, see …". */
export const isPointer = (sentence: string): boolean => pointer.test(sentence);

const leaning =
  /^(?:\(|(?:[^,.]{1,40}, )?(?:this|these|those|dies\w*)\b|(?:you can|sie können) (?:then|also|dann|auch)\b|(?:this|that|these|those|it|they|then|finally|however|also|additionally|otherwise|but|and|so|das|dies\w*|es|dann|danach|außerdem|sonst|aber|und|schließlich)\b)/i;

/** A sentence that makes sense only after the one before it. */
export const isLeaning = (sentence: string): boolean => leaning.test(sentence);

/** An end of a sentence in any script, or the colon before a list. */
const ending = /[\p{Sentence_Terminal}…:：]["”’'»)\]]*$/u;
const beginning = /^["“„‘'«¿¡(]?[\p{Lu}\p{Lo}\p{N}]/u;

/** Fewer words are a label or a button. */
const fewest = 5;

/** A whole sentence of so many words, and not a cell, a row, a line of code or a heading. */
export const isSentence = (text: string, words: number): boolean =>
  words >= fewest && beginning.test(text) && ending.test(text) && !/ · |\|.*\||\*\*|\s[.,]/.test(text);

/** A sentence that a list follows. */
export const opensList = (sentence: string): boolean => /[:：]$/.test(sentence);

/** Steps in one line, behind what they are for: "To clear the cache: Close all windows." */
export const opensSteps = (sentence: string): boolean =>
  /^(?=.{8,90}[:：]\s)[^.:：\s]+(?:\s[^.:：\s]+){2,}[:：]\s\p{Lu}/u.test(sentence);

/** Signs where a sentence would have words, as in a pattern or a path. */
export const isCodeLike = (line: string): boolean =>
  (line.match(/[^\p{L}\p{N}\p{M}\p{Sentence_Terminal}\s,;:()"'“”‘’«»–—-]/gu) ?? []).length * 8 > line.length;

/** A sentence that asks answers nothing. */
export const isQuestion = (sentence: string): boolean => /[?？؟]["”’»)\]]*$/.test(sentence);

const first = '^(?:\\W*(?:note|tip|important|hinweis|tipp|wichtig)\\W+)?';
const without =
  "\\b(?:cannot|can ?not|unable|neither|none|nothing|no longer|no other|still|isn't|aren't|(?:ca|do|does|did|have|has|wo)n['’]t|not)\\b";
const ohne = '\\b(?:nicht|keine?[nrsm]?|weder|nichts|immer noch)\\b';
const person =
  '\\b(?:contact (?:us|our|support|customer|the support)|(?:kontaktieren|schreiben) sie (?:uns|den support))\\b';
const resort = new RegExp(
  `${first}(?:(?:if|when|unless)\\b[^,]*${without}|unless\\b|(?:wenn|falls|sofern)\\b[^,]*${ohne})|${person}|\\blast resort\\b`,
  'i',
);

/** A sentence for those whom all else has failed, or who are somebody else: "If you cannot use …", "contact us". */
export const isLastResort = (sentence: string): boolean => resort.test(sentence);

const refusal =
  /\b(?:cannot|can't|unable|not (?:be )?(?:able|possible|supported|available)|(?:nicht|kein\w*) (?:möglich|verfügbar|unterstützt)|(?:kann|können)\b[^,.]* (?:nicht|keine?\w*))\b/i;

/** A sentence that says what is not possible. */
export const isRefusal = (sentence: string): boolean => refusal.test(sentence);

const remark =
  /^\W*(?:(?:notes?|tips?|important|caution|warning|example|optional|hinweise?|tipps?|wichtig|achtung|warnung|beispiel)\W*[:：)–—]|(?:note that|for example|for instance|e\.g\.|optionally|currently|derzeit|zurzeit|zum beispiel|z\. ?b\.)(?![\p{L}\p{N}]))/iu;

/** A sentence beside the matter: a note, a tip, an example, what is optional. */
export const isRemark = (sentence: string): boolean => remark.test(sentence);

const german =
  '(?:klicken|wählen|öffnen|gehen|drücken|tippen|geben|fügen|legen|setzen|schalten) sie\\b|sie können\\b|um\\b.* zu\\b';
const acting = new RegExp(
  `^(?:to (?!learn|find out)\\p{Ll}+\\b|(?:from|in|on|at|under) [^,.]*, (?:click|select|choose|go|open|press|tap|enter|use)\\b|you can\\b|(?:click|select|choose|go to|open|press|tap|enter|use|run|add|set|turn|navigate)\\b|${german})`,
  'iu',
);

/** A sentence that says what to do. */
export const isAction = (sentence: string): boolean => acting.test(sentence);

const aside =
  /\b(?:troubleshoot\w*|resolving|known issues?|issues? with|limit(?:s|ations?)?|warnings?|caveats?|prerequisites?|requirements?|before you (?:begin|start)|next steps?|further reading|see also|related|more information|learn more|faqs?|questions|fehler\w*|probleme?|bekannte|grenzen|einschränkung\w*|warnung\w*|voraussetzung\w*|bevor sie|nächste schritte|weiter\w* (?:informationen|artikel)|siehe auch)\b/i;

/** A heading of what nobody asks for first: limits, warnings, what is needed, what comes after. */
export const isAside = (heading: string): boolean => aside.test(heading);

const trouble =
  /\b(?:not|no|never|cannot|unable|why|fail\w*|errors?|problems?|issues?|trouble\w*|wrong|broken|stop(?:s|ped)?|limit\w*|missing|how (?:long|many|much)|nicht|keine?\w*|warum|fehl\w*|probleme?|geht nicht|kaputt|wie (?:lange|viele?))\b|n['’]t\b/i;

/** Something does not work, or where are its limits: then asides may well answer. */
export const isTrouble = (query: string): boolean => trouble.test(query);
