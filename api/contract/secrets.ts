/**
 * What must not leave a page by accident, one rule a kind. Every pattern starts at a boundary or has bounded
 * repeats, so that a hostile text costs time in proportion to its length and no more.
 */
export type SecretKind = 'token' | 'private-key' | 'password' | 'address' | 'iban' | 'card';

export interface SecretRule {
  kind: SecretKind;
  /** The text with every such secret replaced by a marker. */
  hide: (text: string) => string;
}

/** A random string rather than a word: `Basic authentication` is a question, `Basic dXNlcjpwYXNz` is a password. */
const looksRandom = (token: string): boolean =>
  /\d/.test(token) || (token.length >= 12 && (/=$/.test(token) || /[a-z][A-Z].*[a-z][A-Z]/.test(token)));

const jwt = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*){0,3}/g;
const scheme = /(?<!\w)(Bearer|Basic)(\s{1,8})([\w.~+/=-]{8,})/gi;
const issued =
  /(?<![A-Za-z0-9])(?:gh[opsur]_|github_pat_|sk-|[rs]k_(?:live|test)_|xox[a-z]-|xapp-|glpat-|npm_|whsec_|shpat_|hf_|ya29\.|SG\.|AKIA|ASIA|AIza)[\w.-]{12,}/g;

const hideTokens = (text: string): string =>
  text
    .replace(jwt, '[token]')
    .replace(scheme, (whole, name: string, gap: string, token: string) =>
      looksRandom(token) ? `${name}${gap}[token]` : whole,
    )
    .replace(issued, (token) => (/\d/.test(token) ? '[token]' : token));

const pem = /-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g;

/** `password=hunter2`, `"apiKey":"…"`. After a space it may be a sentence: only what no plain word looks like. */
const named =
  /((?:password|passwd|passcode|passwort|kennwort|pwd|secret|token|api[_-]?key|access[_-]?key|session[_-]?id)["']?)(\s?[=:]\s?["']?)([^\s"'&,;[\]]+)/gi;
const hidePasswords = (text: string): string =>
  text.replace(named, (whole, name: string, gap: string, value: string) =>
    /\s/.test(gap) && !/^(?=.*[^\p{L}.!?)-]).{4}/u.test(value) ? whole : `${name}${gap}[redacted]`,
  );

/** `%40` is an `@` in an address copied from a URL. The last label has letters only: `preact@11.2.0` is a version. */
const address = /[\p{L}\p{N}_%+~.-]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:xn--[a-z0-9-]{1,59}|\p{L}{2,63})/giu;

const ibanLike = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/gi;

/** ISO 7064: the remainder by 97 of the number with its first four characters moved to the end must be 1. */
const isIban = (compact: string): boolean => {
  let rest = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return compact.length >= 15 && compact.length <= 34 && rest === 1;
};

/** The longest run of groups from the start that holds; words may follow. */
const hideIban = (found: string): string => {
  const groups = found.split(' ');
  for (let count = groups.length; count > 0; count--) {
    if (isIban(groups.slice(0, count).join(''))) return ['[iban]', ...groups.slice(count)].join(' ');
  }
  return found;
};

const digitRun = /(?<!\d)\d(?:[ \u00a0-]{0,2}\d){12,}/g;

const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

const isCard = (digits: string): boolean => /^[2-6]\d{12,18}$/.test(digits) && passesLuhn(digits);

/** Cards stand in whole groups; other numbers may stand beside them. At most 19 groups are looked at from each. */
const hideCards = (run: string): string => {
  const parts = run.split(/([ \u00a0-]{1,2})/);
  let hidden = '';
  for (let from = 0; from < parts.length; ) {
    let to = 0;
    let digits = '';
    for (let end = from; end < parts.length && digits.length <= 19; end += 2) {
      digits += parts[end];
      if (isCard(digits)) to = end + 1;
    }
    hidden += to > 0 ? '[card]' : parts[from];
    from = to > 0 ? to : from + 1;
    if (from < parts.length) hidden += parts[from++];
  }
  return hidden;
};

const uuid = /((?<![\w-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\w-]))/i;
/** A UUID names a record and is what an agent needs; its digits can look like a card. */
const outsideUuids = (text: string, hide: (text: string) => string): string =>
  text
    .split(uuid)
    .map((part, place) => (place % 2 === 1 ? part : hide(part)))
    .join('');

/** In the order they apply: what contains another comes first. */
export const secretRules: SecretRule[] = [
  { kind: 'private-key', hide: (text) => text.replace(pem, '[private key]') },
  { kind: 'token', hide: hideTokens },
  { kind: 'password', hide: hidePasswords },
  { kind: 'address', hide: (text) => text.replace(address, '[address]') },
  { kind: 'iban', hide: (text) => text.replace(ibanLike, hideIban) },
  { kind: 'card', hide: (text) => outsideUuids(text, (part) => part.replace(digitRun, hideCards)) },
];
