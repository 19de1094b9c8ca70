import type { BlockedReason } from '../../content/schema/guide.ts';
import type { WalkthroughMeasureId } from './walkthrough-measure.ts';

interface Words {
  /** What a number is called, and how it is counted, in a sentence. */
  measures: Record<WalkthroughMeasureId, { name: string; how: string }>;
  /** Why a step could not be done, for who writes walkthroughs. */
  reasons: Record<BlockedReason, string>;
}

/** The same words in the desk and in the CSV. */
export const walkthroughWords: { en: Words; de: Words } = {
  en: {
    measures: {
      started: { name: 'Started', how: 'Times it began on a page.' },
      completed: { name: 'Completed', how: 'Times its end was reached ÷ started.' },
      left: { name: 'Left', how: 'Times somebody ended it before its end ÷ started.' },
      unended: {
        name: 'No end seen',
        how: '(Started − completed − left) ÷ started: a closed tab, or one that still goes on.',
      },
      blocked: {
        name: 'Steps that could not be done, per start',
        how: 'Times a step could not be done ÷ started. One start may have several, and reach the end all the same.',
      },
      'came-up': {
        name: 'Came up',
        how: 'Times the step was shown on a page. The bar is its part of the largest one.',
      },
      'step-left': { name: 'Left here', how: 'Times the walkthrough was ended by somebody at this step.' },
      'step-blocked': { name: 'Could not be done', how: 'Times, by reason, that the step could not be done.' },
      missing: { name: 'Not found', how: 'Times a page did not find what the step points at within six seconds.' },
    },
    reasons: {
      'anchor-missing': 'not found',
      covered: 'covered by something else',
      'condition-failed': 'a condition did not hold',
      elsewhere: 'on another page',
      'did-not-work': 'said not to work',
    },
  },
  de: {
    measures: {
      started: { name: 'Gestartet', how: 'Wie oft sie auf einer Seite begann.' },
      completed: { name: 'Zu Ende geführt', how: 'Wie oft ihr Ende erreicht wurde ÷ gestartet.' },
      left: { name: 'Verlassen', how: 'Wie oft jemand sie vor dem Ende beendet hat ÷ gestartet.' },
      unended: {
        name: 'Ohne Ende',
        how: '(Gestartet − zu Ende geführt − verlassen) ÷ gestartet: ein geschlossener Tab, oder sie läuft noch.',
      },
      blocked: {
        name: 'Schritte, die nicht gingen, je Start',
        how: 'Wie oft ein Schritt nicht ging ÷ gestartet. Ein Start kann mehrere haben und trotzdem das Ende erreichen.',
      },
      'came-up': {
        name: 'Gezeigt',
        how: 'Wie oft der Schritt auf einer Seite gezeigt wurde. Der Balken ist sein Teil des größten.',
      },
      'step-left': { name: 'Hier verlassen', how: 'Wie oft jemand die Anleitung bei diesem Schritt beendet hat.' },
      'step-blocked': { name: 'Ging nicht', how: 'Wie oft der Schritt nicht ging, nach Grund.' },
      missing: {
        name: 'Nicht gefunden',
        how: 'Wie oft eine Seite innerhalb von sechs Sekunden nicht fand, worauf der Schritt zeigt.',
      },
    },
    reasons: {
      'anchor-missing': 'nicht gefunden',
      covered: 'von etwas anderem verdeckt',
      'condition-failed': 'eine Bedingung galt nicht',
      elsewhere: 'auf einer anderen Seite',
      'did-not-work': 'ging laut Leser nicht',
    },
  },
};
