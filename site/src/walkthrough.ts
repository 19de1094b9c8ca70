import { type HtmlOptions, toHtml } from '../../content/compile/html.ts';
import { element, escapeHtml } from '../../content/compile/html-element.ts';
import { beginning } from '../../content/schema/beginning.ts';
import type { CompiledDocument } from '../../content/schema/document.ts';
import { walkthroughSettings } from '../../content/schema/settings.ts';
import type { Seal } from '../../content/schema/walkthrough-check.ts';
import { company } from './company.ts';
import { isOver } from './over.ts';
import { translator } from './translate.ts';

type Words = ReturnType<typeof translator>;
type Step = NonNullable<CompiledDocument['steps']>[number];

/** Every step can be linked to, `#step-3`, and says its number to those who do not see it. */
export const stepsHtml = ({ steps = [], locale }: CompiledDocument, options: HtmlOptions): string => {
  if (steps.length === 0) return '';
  const t = translator(locale);
  const items = steps.map((step, place) => {
    const number = place + 1;
    const label = `<span class="walk-number" aria-hidden="true">${number}</span><span class="unseen">${escapeHtml(t('walkthroughs.step', { number }))}</span>`;
    const said = step.say.length > 0 ? `<div class="walk-say">${toHtml(step.say, options)}</div>` : '';
    return `<li id="step-${number}"><div class="walk-do">${label}${toHtml(step.do, options)}</div>${said}${picturesHtml(step, options)}</li>`;
  });
  return `<ol class="walk" role="list">${items.join('')}</ol>`;
};

/** Both are in the page, and the theme shows one; the other is not loaded. */
const picturesHtml = ({ pictures }: Step, options: HtmlOptions): string => {
  if (!pictures) return '';
  const [light, dark] = pictures.map((image) => toHtml([{ tag: 'figure', image, caption: [] }], options));
  return `<div class="walk-picture for-light">${light}</div><div class="walk-picture for-dark">${dark}</div>`;
};

/** Who sees a page, and when it is made. */
interface Reader {
  /** Locale that they read and are led in. Default that of the document. */
  shelf?: string;
  now: Date;
}

/**
 * What stands above the steps: the way into the application, and whether they are known to hold there. A check that no
 * longer counts when the page is made is not in it, and page.ts takes away what ends later.
 * SECURITY: whatever an author or a check wrote is escaped.
 */
export const leadHtml = ({ slug, guide, seal, locale }: CompiledDocument, { shelf = locale, now }: Reader): string => {
  if (!guide) return '';
  const t = translator(locale);
  if (seal?.result === 'failed') return failedHtml(seal, t, locale);
  const { app } = walkthroughSettings(company);
  const href = beginning({ app, start: guide.start, slug, locale: shelf });
  const show = element('a', { class: 'button', href }, escapeHtml(t('walkthroughs.show')));
  return element(
    'div',
    { class: 'walk-lead' },
    show + (seal && !isOver(seal.until, now) ? passedHtml(seal, t, locale) : ''),
  );
};

const passedHtml = ({ version, on, until }: Seal, t: Words, locale: string): string => {
  const date = dayOf(on, locale);
  const text = version ? t('walkthroughs.passed.version', { version, date }) : t('walkthroughs.passed', { date });
  return element('p', { class: 'walk-seal', 'data-until': until }, escapeHtml(text));
};

const failedHtml = ({ on }: Seal, t: Words, locale: string): string => {
  const name = element('span', { class: 'callout-name' }, escapeHtml(t('body.warning')));
  const title = element('p', { class: 'callout-title' }, element('span', { class: 'callout-icon' }, '') + name);
  const text = element('p', {}, escapeHtml(t('walkthroughs.failed', { date: dayOf(on, locale) })));
  const body = element('div', { class: 'callout-body' }, text);
  return element('div', { class: 'callout callout-warning walk-failed' }, title + body);
};

const dayOf = (day: string, locale: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
