import { slugOf } from '../../search/slug.ts';
import type { ParsedCategory } from '../category.ts';
import type { CorpusArticle } from './article.ts';
import { slugsOf } from './slugs.ts';

/** More than these are no overview: articles of the smaller ones stand in one. */
const mostCategories = 40;
const rest = 'Other';
/** As content/schema/category.ts asks of authors. */
const title = { shortest: 2, longest: 40 };
const description = { shortest: 10, longest: 120 };

/** The categories of a corpus, and which of them each article is in, by the article's id. */
export interface CorpusCategories {
  categories: ParsedCategory[];
  slugOfArticle: Map<string, string>;
}

/** Sorts articles by what they say of themselves, else by the first part of their path. The fullest come first. */
export function categoriesOf(articles: readonly CorpusArticle[], locale: string): CorpusCategories {
  const groups = Map.groupBy(articles, nameOf);
  const bySize = [...groups].sort(([a, of], [b, other]) => other.length - of.length || (a < b ? -1 : 1));
  const kept = bySize.length > mostCategories ? bySize.slice(0, mostCategories - 1) : bySize;
  const small = bySize.slice(kept.length).flatMap(([, group]) => group);
  const all = small.length > 0 ? [...kept, [rest, small] as const] : kept;

  // The name has its own slug as id, so that two spellings of one do not meet.
  const slugs = slugsOf(all.map(([name]) => name));
  const slugOfArticle = new Map(all.flatMap(([name, group]) => group.map(({ id }) => [id, slugs.get(name)!] as const)));
  const categories = all.map(([name, group], place) => ({
    slug: slugs.get(name)!,
    locale,
    title: titleOf(name),
    description: describe(group),
    order: place + 1,
  }));
  return { categories, slugOfArticle };
}

function nameOf({ category, id }: CorpusArticle): string {
  const name = category.trim();
  if (slugOf(name) !== '' || /\p{L}/u.test(name)) return name;
  return id.includes('/') ? id.slice(0, id.indexOf('/')) || rest : rest;
}

/** `docs/get-started` is a path, and reads `Docs · Get started`; everything else stays as it is. */
function titleOf(name: string): string {
  const words = /^[a-z0-9/_-]+$/.test(name)
    ? name
        .split('/')
        .filter(Boolean)
        .map((part) => part.replace(/[-_]+/g, ' ').trim())
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join(' · ')
    : name;
  const cut = words.length > title.longest ? `${words.slice(0, title.longest - 1).trimEnd()}…` : words;
  return cut.padEnd(title.shortest, '…');
}

/** Its first titles say what is in it, in whatever language that is. */
function describe(group: readonly CorpusArticle[]): string {
  const titles = group.slice(0, 4).map(({ title }) => title.replace(/\s+/g, ' ').trim());
  const text = titles.join(' · ');
  if (text.length <= description.longest) return text.padEnd(description.shortest, '…');
  return `${text.slice(0, description.longest - 1).trimEnd()}…`;
}
