import { type HtmlOptions, toHtml } from '../../content/compile/html.ts';
import type { CompiledDocument } from '../../content/schema/document.ts';
import { walkthroughSettings } from '../../content/schema/settings.ts';
import type { Seal } from '../../content/schema/walkthrough-check.ts';
import { company } from './company.ts';
import { translator } from './translate.ts';

type Words = ReturnType<typeof translator>;
type Step = NonNullable<CompiledDocument['steps']>[number];

/** Every step can be linked to, `#step-3`, and says its number to those who do not see it. */
export const stepsHtml = ({ steps = [], locale }: CompiledDocument, options: HtmlOptions): string => {
  if (steps.length === 0) return '';
  const t = translator(locale);
  const items = steps.map((step, place) => {
    const number = place + 1;
    const label = `<span class="walk-number" aria-hidden="true">${number}</span><span class="unseen">${t('walkthroughs.step', { number })}</span>`;
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

/** What stands above the steps: the way into the application, and whether they are known to hold there. */
export const leadHtml = ({ id, guide, seal, locale }: CompiledDocument): string => {
  if (!guide) return '';
  const t = translator(locale);
  if (seal?.result === 'failed') return failedHtml(seal, t, locale);
  const app = walkthroughSettings(company).app.replace(/\/$/, '');
  const href = `${app}${guide.start}#tierzero=${id}`;
  const show = `<a class="button" href="${href}">${t('walkthroughs.show')}</a>`;
  return `<div class="walk-lead">${show}${seal ? passedHtml(seal, t, locale) : ''}</div>`;
};

const passedHtml = ({ version, on, until }: Seal, t: Words, locale: string): string => {
  const date = dayOf(on, locale);
  const text = version ? t('walkthroughs.passed.version', { version, date }) : t('walkthroughs.passed', { date });
  return `<p class="walk-seal" data-until="${until}">${text}</p>`;
};

const failedHtml = ({ on }: Seal, t: Words, locale: string): string =>
  `<div class="callout callout-warning walk-failed"><p class="callout-title"><span class="callout-icon"></span><span class="callout-name">${t('body.warning')}</span></p><div class="callout-body"><p>${t('walkthroughs.failed', { date: dayOf(on, locale) })}</p></div></div>`;

const dayOf = (day: string, locale: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
