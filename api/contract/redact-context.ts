import type { ContextItem, PageContext } from './page-context.ts';
import { redactText, redactUrl } from './redact.ts';

/** A name that says its value is nobody's business. */
const secretName = /pass(?:word|wd|code|wort)|secret|token|api.?key|credential|authori[sz]ation|cookie|session.?id/i;

const hostValue = (name: string, value: string): string =>
  secretName.test(name) ? '[redacted]' : redactText(value, 500);

/** One item of page context with every text redacted and within its length; an id can be made of a name. */
export const redactItem = (item: ContextItem): ContextItem => ({ ...redactTexts(item), id: redactText(item.id, 120) });

const redactTexts = (item: ContextItem): ContextItem => {
  switch (item.kind) {
    case 'search':
      return { ...item, query: redactText(item.query, 200) };
    case 'read': {
      const title = redactText(item.title, 200);
      return { ...item, title, ...(item.reason === undefined ? {} : { reason: redactText(item.reason, 500) }) };
    }
    case 'step': {
      const title = redactText(item.title, 200);
      return { ...item, title, ...(item.blocked === undefined ? {} : { blocked: redactText(item.blocked, 120) }) };
    }
    case 'page':
      return { ...item, url: redactUrl(item.url).slice(0, 1_000), title: redactText(item.title, 200) };
    case 'browser':
      return {
        ...item,
        name: redactText(item.name, 100),
        viewport: redactText(item.viewport, 20),
        language: redactText(item.language, 35),
      };
    case 'host': {
      const name = redactText(item.name, 60);
      return { ...item, name, value: hostValue(item.name, item.value) };
    }
  }
};

/** What the widget keeps and the API stores: the same function in both, so that the desk shows what was previewed. */
export const redactContext = (context: PageContext): PageContext => context.map(redactItem);
