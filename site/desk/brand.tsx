import type { DeskKit } from './kit.ts';

/** Whose desk this is. */
export const Brand = ({ kit: { t, base, company } }: { kit: DeskKit }) => (
  <span class="brand">
    <img src={`${base}favicon.svg`} alt="" width="20" height="20" />
    <span translate={false}>{company}</span>
    <span class="brand-part">{t('bar.title')}</span>
  </span>
);
