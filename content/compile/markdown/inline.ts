import { posix } from 'node:path';
import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { isInternal } from '../../schema/internal.ts';
import type { Inline } from '../../schema/tree.ts';
import { quote } from '../compile-error.ts';
import { refuseTags } from './foreign-syntax.ts';
import { linkForms, readLink } from './link.ts';
import { complain, lineOf, type Positioned, type Reading } from './reading.ts';

type PictureNode = Extract<Inline, { tag: 'img' }>;

/** Text-level Markdown as safe tree; what it cannot hold is reported and left out. */
export function inlinesOf(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  const result: Inline[] = [];
  for (const inline of nodes.flatMap((node) => inlineOf(node, reading))) {
    const last = result.at(-1);
    if (typeof inline === 'string' && typeof last === 'string') result[result.length - 1] = last + inline;
    else result.push(inline);
  }
  return result;
}

/** Reading text of inline content, as the slugger and labels take it. */
export function textOf(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.tag === 'code') return child.text;
      if (child.tag === 'img') return child.alt;
      return child.tag === 'br' ? ' ' : textOf(child.children);
    })
    .join('');
}

const marks = { strong: 'strong', emphasis: 'em', delete: 'del' } as const;

function inlineOf(node: PhrasingContent, reading: Reading): Inline[] {
  switch (node.type) {
    case 'text':
      refuseTags(node, reading);
      return [node.value.replaceAll('\n', ' ')];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ tag: marks[node.type], children: inlinesOf(node.children, reading) }];
    case 'inlineCode':
      return [{ tag: 'code', text: node.value }];
    case 'break':
      return [{ tag: 'br' }];
    case 'link':
    case 'linkReference':
      return linkOf(node, reading);
    case 'image':
    case 'imageReference':
      return imageOf(node, reading);
    default:
      return refuse(node, reading);
  }
}

function refuse(node: PhrasingContent, reading: Reading): Inline[] {
  if (node.type === 'html') {
    const hint = 'put code into `backticks`; comments are published too, so leave them out';
    complain(reading, node, { found: `raw HTML ${quote(node.value)}`, expected: 'Markdown', hint });
  } else if (node.type === 'footnoteReference') {
    complain(reading, node, {
      found: 'a footnote',
      expected: 'its text in place',
      hint: 'footnotes are not supported',
    });
  } else {
    complain(reading, node, { found: node.type, expected: 'text, emphasis, code, links or pictures' });
  }
  return [];
}

/** Address and title of a link or picture, its definition looked up. */
function resource(node: Link | LinkReference | Image | ImageReference, reading: Reading) {
  const found = 'url' in node ? node : reading.definitions.get(node.identifier);
  if (found?.title) {
    const expected = 'no title on links and pictures';
    complain(reading, node, { found: `title ${quote(found.title)}`, expected, hint: 'say it in the text' });
  }
  return found?.url ?? '';
}

function linkOf(node: Link | LinkReference, reading: Reading): Inline[] {
  const url = resource(node, reading);
  const children = inlinesOf(node.children, reading);
  if (textOf(children).trim() === '') {
    complain(reading, node, { found: `a link to ${url} without text`, expected: 'words that say where it leads' });
  }
  const link = readLink(url, reading.source);
  if (!link.ok) {
    complain(reading, node, { found: `link ${quote(url)}`, expected: linkForms, hint: link.hint });
    return children;
  }
  if (link.file) {
    const anchor = url.split('#', 2)[1];
    const line = lineOf(reading, node);
    reading.links.push({ line, field: reading.field, url, file: link.file, ...(anchor && { anchor }) });
  }
  return [{ tag: 'a', to: link.to, children }];
}

function imageOf(node: Image | ImageReference, reading: Reading): Inline[] {
  const image = pictureOf({ src: resource(node, reading), alt: node.alt ?? '' }, node, reading);
  return image ? [image] : [];
}

/** A picture beside the source file, by its relative path. */
export function pictureOf(
  { src, alt }: { src: string; alt: string },
  node: Positioned,
  reading: Reading,
): PictureNode | undefined {
  if (alt.trim() === '') {
    const hint = 'say what the picture shows, for readers who do not see it';
    complain(reading, node, { found: `picture ${quote(src)} without alt text`, expected: 'alt text', hint });
  }
  if (isInternal(reading.source.id)) {
    const hint = 'pictures are served to everybody; say in words what it shows';
    complain(reading, node, { found: `picture ${quote(src)}`, expected: 'no picture in an internal article', hint });
    return undefined;
  }
  const local = !URL.canParse(src) && !src.startsWith('/');
  const picture = local ? reading.picture(posix.join(posix.dirname(reading.source.file), decode(src))) : undefined;
  if (!picture) {
    const expected = 'a PNG, JPEG, GIF or WebP file below the content folder, such as ./screen.png';
    const hint = local ? 'no such picture is there' : 'put a copy beside the article';
    complain(reading, node, { found: `picture ${quote(src)}`, expected, hint });
    return undefined;
  }
  if (!picture.size) {
    complain(reading, node, { found: `picture ${quote(src)}, which cannot be read`, expected: 'a valid picture file' });
  }
  return { tag: 'img', src: picture.file, alt, ...picture.size };
}

/** Paths in links may be percent-encoded; one that is wrongly so is taken as it stands. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
