import { foldWords } from '../../routing/facts.ts';

/**
 * Words that hold sentences together, and those with which people ask for help, in the languages we write ourselves. Where
 * there are many tickets their frequency alone would tell; where there are three, it cannot.
 */
const saysNothing = new Set(
  foldWords(`
    about after again against all also always and another any anybody anyone anything are because been before being both but
    can cannot could did does doing don done each ever every few for from further get gets getting got had has have having
    her here him his how however into its just know like made make many may might more most much must need never now off once one
    only other our out over please same see she should since some somebody someone something still such than that the their
    them then there these they this those though through time today too tried try trying under until upon use used using
    very want was way well were what when where whether which while who whose why will with within without would yesterday
    yet you your
    any answer dear fine good greetings hello help helps hey hope kind know morning problem problems question regards
    request sincerely sorry support team thank thanks urgent
    broken doesn error errors fail failed failing fails happen happened happens issue isn issues possible work worked working
    works wrong
    aber alle allem allen aller alles als also andere anderen auch auf aus bei beim bin bis bitte brauche dabei dafur dagegen
    daher damit danach dann daran darauf darin das dass davon dazu dein dem den denn der deren des dessen deshalb dich die
    dies diese diesem diesen dieser dieses dir doch dort durch ein eine einem einen einer eines einfach einmal etwas euch euer
    fur gar gegen gehabt gerade gern gestern gewesen gibt habe haben hallo hat hatte hatten heute hier hin hinter ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer immer ins ist jede jedem jeden jeder jedes jedoch jemand jetzt kann kannst kein keine
    keinen konnen konnte lassen leider machen mal man mehr mein meine meinem meinen meiner mich mir mit mochte muss mussen
    nach nachdem nicht nichts noch nun nur obwohl oder ohne schon sehr sein seine seit selbst sich sie sind sobald soll
    sollte sondern sonst uber uns unser unsere unter viel vom von vor wann war waren warum was wegen weil welche welcher
    wenn wer werde werden wie wieder will wir wird wirklich wissen worden wurde wurden zum zur zwar zwischen
    anfrage dank danke dringend fehler fehlermeldung frage funktioniert geehrte damen herren geht grusse gruss guten hilfe
    helfen kaputt klappt problem probleme problemen support versucht vielen
  `)
    .trim()
    .split(' '),
);

/** So much of a word is what its inflections share: export, exports, exporting; Rechnung, Rechnungen. */
const sharedBeginning = 6;
/** A long text says many things once; what it is about stands at its beginning. */
const most = 120;

/** Where no spaces are written, every sign comes alone: two that follow each other are a word. */
const isSign = (word: string): boolean => /^[^\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}]$/u.test(word);

/** What a message is about: each word by its beginning, with the form in which it was first written here. */
export function wordsOf(message: string): Map<string, string> {
  const found = new Map<string, string>();
  let before = '';
  for (const word of foldWords(message).trim().split(' ')) {
    const pair = isSign(word) && isSign(before) ? before + word : '';
    before = word;
    const tells = pair || (word.length > 2 && !saysNothing.has(word) && !/^\d+$/.test(word) ? word : '');
    if (tells && found.size < most) {
      const beginning = tells.slice(0, sharedBeginning);
      if (!found.has(beginning)) found.set(beginning, tells);
    }
  }
  return found;
}
