/** Elements whose text is no text for readers. */
const silent = /<(script|style|template|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const comment = /<!--[\s\S]*?(?:-->|$)/g;
/** Elements that start a line of their own. */
const lines =
  /<\/?(?:address|article|aside|blockquote|br|center|dd|details|div|dl|dt|figure|figcaption|h[1-6]|hr|li|ol|p|pre|section|summary|table|tbody|td|th|thead|tr|ul)\b[^>]*>/gi;
const picture = /<img\b[^>]*?\balt=(?:"([^"]*)"|'([^']*)')[^>]*>/gi;
const tag = /<([/!?]?)([a-z][\w.-]*)([^>]*)>/gi;
/** Elements of HTML and SVG. Any other name without attributes, such as `<your-token>`, is a word of the text. */
const elements = new Set(
  (
    'a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center ' +
    'circle cite code col colgroup data datalist dd defs del details dfn dialog div dl dt em embed fieldset figcaption ' +
    'figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd ' +
    'label legend li line link main map mark menu meta meter nav noscript object ol optgroup option output p param path ' +
    'picture polygon pre progress q rect rp rt ruby s samp script search section select slot small source span strike ' +
    'strong style sub summary sup svg symbol table tbody td template text textarea tfoot th thead time title tr track ' +
    'tt u ul use var video wbr'
  ).split(' '),
);
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The lines of text in a piece of HTML. What comes out is text to be shown as text: it may well hold a `<`. */
export const htmlLines = (html: string): string[] =>
  html
    .replace(comment, '')
    .replace(silent, '')
    .replace(picture, (_, double, single) => double ?? single ?? '')
    .replace(lines, '\n')
    .replace(tag, (whole, mark, name, rest) => {
      const isWord = mark === '' && rest === '' && name === name.toLowerCase() && !elements.has(name);
      return isWord ? whole : '';
    })
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, reference)
    .split(/\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

function reference(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? whole;
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
