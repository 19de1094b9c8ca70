import { type SecretKind, secretRules } from './secrets.ts';

/** Longer collected texts are cut: the contract keeps at most 1,000 characters of any of them. */
const longestText = 4_000;

const urlParts = /^([a-z][a-z0-9+.-]*:)(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i;
const urlInText = /(?<![a-z0-9])https?:\/\/[^\s<>"'`]+/gi;

const hideSecrets = (text: string): string => secretRules.reduce((rest, rule) => rule.hide(rest), text);

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** An identifier nobody could guess: long hex, a UUID, base64. Such a path may be a permission. */
const isOpaque = (segment: string): boolean => {
  if (/^(?=.*\d)[0-9a-f-]{16,}$/i.test(segment)) return true;
  const mixed = /\d/.test(segment) && /[a-z]/.test(segment) && /[A-Z]/.test(segment);
  const scrambled = (segment.match(/\d[a-z]|[a-z]\d/gi)?.length ?? 0) >= 5;
  return /^[\w~.+=-]{20,}$/.test(segment) && (mixed || scrambled);
};

const isSecret = (part: string): boolean => {
  const plain = decode(part);
  return isOpaque(plain) || hideSecrets(plain) !== plain;
};

/** What follows `;` is a parameter, often a session. */
const hideSegment = (segment: string): string => {
  const name = segment.split(';', 1)[0] ?? '';
  return isSecret(name) ? '[id]' : name;
};

const hidePair = (pair: string): string => {
  const [name = '', value] = pair.split('=', 2);
  const shown = isSecret(name) ? '[id]' : name;
  return value === undefined || value === '' ? shown : `${shown}=[redacted]`;
};

/**
 * An address that can be shown: scheme, host and path stay; user, fragment and the values of the query go, and path
 * segments that could be a permission become `[id]`. Only the scheme is kept of what is not http.
 */
export const redactUrl = (url: string): string => {
  const [, protocol = '', authority = '', path = '', query] = urlParts.exec(url.slice(0, longestText)) ?? [];
  if (!/^https?:$/i.test(protocol)) return `${protocol}[redacted]`;
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const pairs = (query ?? '').split('&').map(hidePair).filter(Boolean).join('&');
  return `${protocol}//${host}${path.split('/').map(hideSegment).join('/')}${pairs && `?${pairs}`}`;
};

/** Hiding one secret can lay open the start of another; a few rounds settle it, and their number bounds the time. */
const settle = (text: string, hide: (text: string) => string): string => {
  let rest = text;
  for (let round = 0; round < 8; round++) {
    const next = hide(rest);
    if (next === rest) break;
    rest = next;
  }
  return rest;
};

const hideAll = (text: string): string => hideSecrets(text.replace(urlInText, redactUrl));

/**
 * A text without addresses, tokens, keys, passwords, account and card numbers, at most `longest` characters long.
 * Order numbers, UUIDs and versions stay. Redacting twice changes nothing, so that the API, which does it again,
 * keeps what the person was shown.
 */
export const redactText = (text: string, longest: number = longestText): string => {
  let rest = settle(text.slice(0, longestText), hideAll);
  // A cut can leave the front half of something whole, or of a marker: each look may make it longer, so it ends sooner.
  for (let end = longest; rest.length > longest && end > 0; end--) rest = settle(rest.slice(0, end), hideAll);
  return rest;
};

const warned: SecretKind[] = ['card', 'iban', 'token', 'private-key', 'password'];

/** What a person may not want to send, for a warning beside what they type. Their words are theirs: never changed. */
export const findSecrets = (text: string): SecretKind[] =>
  secretRules.filter(({ kind, hide }) => warned.includes(kind) && hide(text) !== text).map(({ kind }) => kind);
