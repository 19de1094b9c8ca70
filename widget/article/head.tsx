import { h } from 'preact';
import type { CompiledDocument } from '../../content/schema/document.ts';
import type { Translate } from '../i18n/translate.ts';
import { Icon } from '../ui/icon.tsx';

interface HeadProps {
  document: CompiledDocument;
  t: Translate;
  locale: string;
  level: number;
  /** Its page in the help center. Default no link. */
  href?: string;
}

const dayOf = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

const languageOf = (tag: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;

/** Title, what it is, how fresh it is, and a word where the translation is missing. */
export const Head = ({ document, t, locale, level, href }: HeadProps) => (
  <header class="article-head">
    {h(`h${level}`, { class: 'article-title', tabIndex: -1, 'data-arrive': '' }, document.title)}
    <p class="article-about">
      <span>{t(`kind.${document.kind}`)}</span>
      {document.updated && <span>{t('article.updated', { day: dayOf(document.updated, locale) })}</span>}
      {href && (
        <a class="with-icon" href={href} target="_blank" rel="noopener">
          {t('article.page')}
          <Icon name="external" size={14} />
        </a>
      )}
    </p>
    {document.locale.split('-')[0] !== locale.split('-')[0] && (
      <p class="article-locale">{t('article.untranslated', { language: languageOf(document.locale, locale) })}</p>
    )}
  </header>
);
