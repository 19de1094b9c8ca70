import type { InternalDocument, InternalFrontMatter } from '../../schema/internal.ts';
import type { TeamContent } from '../../schema/team.ts';
import { wholeIndex } from '../../search/build.ts';
import { countDocument } from '../../search/counted.ts';
import type { IndexSource, TeamRecord } from '../../search/index-source.ts';
import { languageOf } from '../../search/language/language.ts';
import type { Indexed } from '../indexed.ts';
import type { ParsedInternal } from './internal.ts';
import type { TeamLocale } from './locale.ts';

/** What the desk gets in one locale: its part of `team.json`, and the index beside that. */
export interface TeamOutput {
  content: TeamContent['locales'][number];
  index: Uint8Array<ArrayBuffer>;
}

type Known = ParsedInternal & { about: InternalFrontMatter };

/**
 * One index over both, so that they are ranked together. Without internal articles it is the one of readers, if there is one:
 * `published`. It is one file whatever its size, since none of it may lie among what is served.
 */
export function teamOutput(
  { internal, replies }: TeamLocale,
  { head, sources, counted }: Indexed,
  published: Uint8Array<ArrayBuffer> | undefined,
): TeamOutput {
  const known = internal.filter((document): document is Known => document.about !== undefined);
  const { locale } = head;
  const language = languageOf(locale);
  const index =
    published && known.length === 0
      ? published
      : wholeIndex(head, [...sources, ...known.map(sourceOf)], ({ fields }, place) =>
          place < sources.length ? counted(place) : countDocument(fields, locale, language),
        );
  const content = {
    locale,
    index: `${locale}-search.txt`,
    documents: known.map(documentOf),
    replies: replies.flatMap(({ reply }) => reply ?? []),
  };
  return { content, index };
}

const sourceOf = ({ source, about, content }: Known): IndexSource<TeamRecord> => ({
  record: {
    id: source.id,
    kind: 'internal',
    slug: source.slug,
    category: '',
    title: about.title,
    description: about.description,
    file: '',
  },
  fields: {
    title: about.title,
    keywords: [...about.keywords, ...about.expects],
    description: about.description,
    sections: content.sections().map(({ heading, text }) => ({ ...(heading !== undefined && { heading }), text })),
  },
});

const documentOf = ({ source, about, content }: Known): InternalDocument => ({
  id: source.id,
  slug: source.slug,
  locale: source.locale,
  title: about.title,
  description: about.description,
  updated: about.updated,
  body: content.trees().body,
  source: source.file,
});
