import type { ContextItem } from '../../api/contract/page-context.ts';
import type { Translate } from '../i18n/translate.ts';

const duration = (seconds: number, t: Translate): string => {
  if (seconds < 1) return t('context.briefly');
  if (seconds < 60) return t('context.seconds', { count: seconds });
  return t('context.minutes', { count: Math.round(seconds / 60) });
};

type Read = Extract<ContextItem, { kind: 'read' }>;

/** The reasons of the contract have words; older ones, or another client's, are shown as they are. */
const reasonText = (reason: string, t: Translate): string => {
  const text = t(`reason.${reason}`);
  return text === `reason.${reason}` ? reason : text;
};

const describeRead = ({ title, seconds, helpful, reason }: Read, t: Translate): string => {
  const values = { title, time: duration(seconds, t) };
  if (helpful === undefined) return t('context.read.value', values);
  if (helpful) return t('context.read.helpful', values);
  return reason
    ? t('context.read.reason', { ...values, reason: reasonText(reason, t) })
    : t('context.read.unhelpful', values);
};

type Step = Extract<ContextItem, { kind: 'step' }>;

/** A closed reason has words, or none where it says no more than that; what somebody wrote is shown as it is. */
const blockedText = (blocked: string, t: Translate): string => {
  if (blocked === 'did-not-work') return '';
  const text = t(`context.blocked.${blocked}`);
  return text === `context.blocked.${blocked}` ? blocked : text;
};

const describeStep = ({ title, step, of, seconds = 0, blocked }: Step, t: Translate): string => {
  const values = { title, step, of, time: duration(seconds, t) };
  const timed = seconds > 0 ? '.time' : '';
  if (blocked === undefined) return t(`context.step.value${timed}`, values);
  const text = t(`context.step.failed${timed}`, values);
  const reason = blockedText(blocked, t);
  return reason ? t('context.step.reason', { text, reason }) : text;
};

/** One item of page context in words, the same on the card and in the desk. */
export const describe = (item: ContextItem, t: Translate): { label: string; value: string } => {
  switch (item.kind) {
    case 'search': {
      const { query, results } = item;
      const key = results === 0 ? 'context.search.none' : 'context.search.value';
      return { label: t('context.search'), value: t(key, { query, count: results }) };
    }
    case 'read':
      return { label: t('context.read'), value: describeRead(item, t) };
    case 'step':
      return {
        label: t(item.blocked === undefined ? 'context.step' : 'context.step.blocked'),
        value: describeStep(item, t),
      };
    case 'page': {
      const { title, url } = item;
      return { label: t('context.page'), value: title ? t('context.page.value', { title, url }) : url };
    }
    case 'browser': {
      const { name, viewport, language } = item;
      return { label: t('context.browser'), value: t('context.browser.value', { name, viewport, language }) };
    }
    case 'host':
      return { label: item.name, value: item.value };
  }
};

const kinds = ['search', 'read', 'step', 'page', 'browser', 'host'] as const;

/** "3 searches, 2 articles, this page": what goes along, in one line. Undefined when nothing does. */
export const summarise = (items: ContextItem[], t: Translate, locale: string): string | undefined => {
  const parts = kinds.flatMap((kind) => {
    const count = items.filter((item) => item.kind === kind).length;
    return count > 0 ? [t(`context.count.${kind}`, { count })] : [];
  });
  return parts.length > 0 ? new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(parts) : undefined;
};
