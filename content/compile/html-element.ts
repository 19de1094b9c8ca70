/** Values of attributes; `undefined` leaves one out. */
export type Attributes = Record<string, string | number | undefined>;

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** SECURITY: the five signs that can end a text or an attribute value in any of HTML's quotings. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => references[sign] ?? sign);
}

/** An element around HTML. Names are literals of our own code; attribute values are escaped here. */
export function element(name: string, attributes: Attributes, html: string): string {
  return `${startTag(name, attributes)}${html}</${name}>`;
}

/** An element that has no content and no end tag, such as `img`. */
export function startTag(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeHtml(String(value))}"`,
  );
  return `<${name}${written.join('')}>`;
}
