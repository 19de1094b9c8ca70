import type { SearchRecord } from '../../content/schema/search-record.ts';
import type { LinkTarget } from '../../content/schema/tree.ts';
import type { Frame, FrameLink } from '../article/frame.ts';
import type { Kit } from '../ui/kit.ts';
import { isDocumentId } from './arguments.ts';

/** How a document finds others. */
export interface LinkPlaces {
  recordOf: (id: string) => SearchRecord | undefined;
  hrefOf: (record: Pick<SearchRecord, 'kind' | 'slug'>, anchor?: string) => string;
}

interface FrameOptions {
  kit: Pick<Kit, 't' | 'base' | 'announce'> & Partial<Pick<Kit, 'open'>>;
  places: LinkPlaces;
  level: number;
  goTo: (anchor: string) => void;
}

const documentPattern = /^(article|faq|walkthrough):([a-z0-9-]+)$/;
const isKind = (name: string): name is SearchRecord['kind'] =>
  name === 'article' || name === 'faq' || name === 'walkthrough';

/** Links between documents open in place where there is a place; all of them are real addresses. */
export const frameOf = ({ kit, places, level, goTo }: FrameOptions): Frame => {
  const toDocument = (id: string, anchor: string | undefined): FrameLink => {
    const [, kind = '', slug = ''] = documentPattern.exec(id) ?? [];
    // A document that is not in the index still has a page.
    const record = places.recordOf(id) ?? (isKind(kind) && isDocumentId(id) ? { id, kind, slug } : undefined);
    if (!record) return { href: kit.base };
    const href = places.hrefOf(record, anchor);
    const { open } = kit;
    if (!open) return { href };
    return { href, onOpen: () => open({ view: 'document', id: record.id, ...(anchor ? { anchor } : {}) }) };
  };
  const link = (target: LinkTarget): FrameLink => {
    if ('document' in target) return toDocument(target.document, target.anchor);
    const { href } = target;
    if (href.startsWith('#')) return { href, onOpen: () => goTo(href.slice(1)) };
    return { href, away: href.startsWith('https:') };
  };
  return { t: kit.t, base: kit.base, announce: kit.announce, level, link };
};
