import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { categoryAddress } from './address.ts';
import { firstLocale } from './company.ts';
import { type Listed, type ShelfCategory, shelf } from './shelf.ts';
import { type MessageKey, translator } from './translate.ts';

type SidebarEntry = StarlightRouteData['sidebar'][number];

/**
 * Gives each document the sidebar of its category and no more, so that a page weighs the same in a help center of
 * thirty documents and of three thousand. Other pages list the topics.
 */
export const onRequest = defineRouteMiddleware(async (context) => {
  const route = context.locals.starlightRoute;
  const locale = route.locale ?? firstLocale;
  const path = context.url.pathname;
  const { categories } = await shelf(locale);
  const { document } = route.entry.data;
  if (document) {
    route.isFallback = document.locale !== locale;
    route.entryMeta = { ...route.entryMeta, lang: document.locale };
  }
  const category = categories.find(({ slug }) => slug === document?.category);
  route.sidebar = category ? ofCategory(category, locale, path) : ofTopics(categories, locale, path);
});

const ofCategory = ({ slug, title, documents }: ShelfCategory, locale: string, path: string): SidebarEntry[] => {
  const t = translator(locale);
  const group = (kind: Listed['kind'], label: MessageKey): SidebarEntry[] => {
    const entries = documents.filter((one) => one.kind === kind).map((one) => link(one.title, one.href, path));
    return entries.length > 0 ? [groupOf(t(label), entries)] : [];
  };
  return [
    link(title, categoryAddress(slug, locale), path),
    ...group('article', 'category.articles'),
    ...group('walkthrough', 'category.walkthroughs'),
    ...group('faq', 'category.faqs'),
  ];
};

const ofTopics = (categories: ShelfCategory[], locale: string, path: string): SidebarEntry[] => [
  groupOf(
    translator(locale)('nav.topics'),
    categories.map(({ slug, title }) => link(title, categoryAddress(slug, locale), path)),
  ),
];

const link = (label: string, href: string, path: string): SidebarEntry & { type: 'link' } => ({
  type: 'link',
  label,
  href,
  isCurrent: href === path,
  badge: undefined,
  attrs: {},
});

const groupOf = (label: string, entries: (SidebarEntry & { type: 'link' })[]): SidebarEntry => ({
  type: 'group',
  label,
  entries,
  collapsed: false,
  badge: undefined,
});
