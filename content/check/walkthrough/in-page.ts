import { findAnchor } from '../../../widget/walkthrough/anchor/find.ts';
import { holds } from '../../../widget/walkthrough/anchor/holds.ts';
import { labelOf, plain, spaced } from '../../../widget/walkthrough/anchor/label.ts';
import { isAccepted, valueIn } from '../../../widget/walkthrough/anchor/value.ts';
import { type Box, boxOf, frameOf, isCovered, isInert } from '../../../widget/walkthrough/anchor/visible.ts';
import type { Anchor } from '../../schema/anchor.ts';
import type { Condition } from '../../schema/guide.ts';
import { anchorText } from './anchor-text.ts';
import { mask, masks, steady, unmask } from './in-page-mask.ts';

/** What was expected of the page and what it was instead, in words. */
export interface Unmet {
  expected: string;
  found: string;
}

/** What an anchor means in the page, as far as it can be told in JSON. */
export interface Seen {
  by: 'name' | 'selector' | 'role';
  label: string;
  /** What lies over it. */
  coveredBy?: string;
  /** Nobody can use it now. */
  disabled: boolean;
  /** Nor anything around it. */
  inert: boolean;
  kind: FieldKind;
  /** A person would press it. */
  operable: boolean;
}

/** How something is entered: typed key by key, put in at once, chosen, ticked; or not at all. */
export type FieldKind = 'typed' | 'set' | 'editable' | 'chosen' | 'ticked' | 'group' | 'none';

/** In the page: what the check asks it. The guide finds and judges by the same code. */
export interface InPage {
  /** Looks for an anchor, and scrolls it into view as a person would. */
  look(anchor: Anchor): Seen | undefined;
  /** The first part of a condition that does not hold. */
  unmet(condition: Condition): Unmet | undefined;
  /** What was looked at last, or the frame around it, as far as it is in this document. */
  within(document: Document): Element | undefined;
  box(): Box | undefined;
  /** Why the field's value is not a valid one. */
  refused(matches: string | undefined): Unmet | undefined;
  /** Before somebody types: what the field says. */
  beforeTyping(): string;
  /** Why nothing of what was typed is in it. */
  unentered(sample: string, before: string): Unmet | undefined;
  /** Place of an option, or what there is instead. */
  option(label: string): number | string[];
  /** The radio button of a group that has this label becomes what was looked at last. */
  member(label: string): boolean;
  /** Where a key that was typed has come to. */
  landedIn(path: EventTarget[]): void;
  /** Whether something happened at what was looked at last, or in it. */
  isThere(path: EventTarget[]): boolean;
  blur(): void;
  version(): string | undefined;
  where(): { path: string; title: string };
  /** What changes by itself says the same, and back; and where it is. */
  mask(): void;
  unmask(): void;
  masks(): Box[];
  /** In a page of another language the widget speaks this one, as it does for whoever comes by Show me. */
  speak(locale: string): void;
  /** Fonts and words are there, and what has changed is painted. */
  settled(): Promise<void>;
}

declare global {
  interface Window {
    tierzeroCheck: InPage;
    /** Tells the check of a press, before the page does anything about it. */
    tierzeroPressed(): Promise<void>;
  }
}

let target: HTMLElement | undefined;
let landed: Element | undefined;
let words: Promise<unknown> = Promise.resolve();
const tellOfPress = (event: Event) => {
  try {
    // A page's own scripts press things too, in carousels and tab bars: that is nobody's press.
    if (event.isTrusted && window.top?.tierzeroCheck.isThere(event.composedPath())) void window.tierzeroPressed();
  } catch {
    // A frame of another origin: nothing in it is pressed by a guide.
  }
};
addEventListener('click', tellOfPress, true);
const tellOfInput = (event: Event) => {
  try {
    if (event.isTrusted) window.top?.tierzeroCheck.landedIn(event.composedPath());
  } catch {
    // As above.
  }
};
addEventListener('input', tellOfInput, true);

const path = () => location.pathname;
const quote = (text: string) => `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
const where = () => `no such element on ${path()}`;

/** As much of a text as one line holds, ended at a word. */
function inWords(text: string): string {
  const line = spaced(text);
  if (line.length <= 120) return line;
  const cut = line.slice(0, 119);
  const end = cut.lastIndexOf(' ');
  return `${(end > 60 ? cut.slice(0, end) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}

/** A condition cut into its single claims. */
const claimsOf = ({ route, visible = [], absent = [], value }: Condition): Condition[] => [
  ...(route === undefined ? [] : [{ route }]),
  ...visible.map((anchor) => ({ visible: [anchor] })),
  ...absent.map((anchor) => ({ absent: [anchor] })),
  ...(value ? [{ value }] : []),
];

function unmetClaim({ route, visible, absent, value }: Condition): Unmet {
  if (route !== undefined) return { expected: `the page ${route}`, found: path() };
  if (visible?.[0]) return { expected: `${anchorText(visible[0])} to be visible`, found: where() };
  if (absent?.[0]) return { expected: `no ${anchorText(absent[0])}`, found: `it on ${path()}` };
  const field = value && findAnchor(value.of, document)?.element;
  const expected = value ? `${anchorText(value.of)} to say ${quote(value.is)}` : '';
  return { expected, found: field ? quote(valueIn(field)) : where() };
}

/** An element as an author knows it again. */
function describe(element: Element): string {
  const id = element.id ? `#${element.id}` : '';
  const classes = [...element.classList].slice(0, 2).map((name) => `.${name}`);
  return `<${element.localName}${id}${classes.join('')}>`;
}

function coverOf(element: HTMLElement): string | undefined {
  if (!isCovered(element)) return undefined;
  const { left, top, width, height } = boxOf(element);
  const cover = document.elementFromPoint(left + width / 2, top + height / 2);
  return cover ? describe(cover) : 'something else';
}

function bringIntoView(element: HTMLElement): void {
  const { left, top, width, height } = boxOf(element);
  const [x, y] = [left + width / 2, top + height / 2];
  const isInPage = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  // In a part of the page that scrolls by itself, it may be below the edge of that part.
  if (isInPage && coverOf(element) === undefined) return;
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
}

const operable = 'a[href],area[href],button,summary,label,input,select,textarea,[onclick]';
const operableRoles = /^(?:button|link|menuitem|menuitemradio|menuitemcheckbox|tab|option|switch|checkbox|radio)$/;
const typedTypes = /^(?:text|search|email|url|tel|password|number)$/;

function kindOf(element: HTMLElement): FieldKind {
  if (element.localName === 'select') return 'chosen';
  if (element.localName === 'textarea') return 'typed';
  if (element.isContentEditable) return 'editable';
  const type = element.localName === 'input' ? (element as HTMLInputElement).type : undefined;
  if (type === 'checkbox' || type === 'radio' || element.hasAttribute('aria-checked')) return 'ticked';
  if (type === undefined) return element.querySelector('input[type=radio],[role=radio]') ? 'group' : 'none';
  if (typedTypes.test(type)) return 'typed';
  return /^(?:file|button|submit|reset|image|hidden)$/.test(type) ? 'none' : 'set';
}

/** A text without what a page adds to it or leaves out of it for show. */
const essence = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() || text;

const optionsOf = (): HTMLOptionElement[] => [...((target as HTMLSelectElement | undefined)?.options ?? [])];

window.tierzeroCheck = {
  look(anchor) {
    const found = findAnchor(anchor, document);
    target = found?.element;
    if (!found) return undefined;
    const { element, by } = found;
    bringIntoView(element);
    const coveredBy = coverOf(element);
    return {
      by,
      label: inWords(steady(element, labelOf(element))),
      ...(coveredBy !== undefined && { coveredBy }),
      disabled: element.matches(':disabled,[aria-disabled=true]'),
      inert: isInert(element),
      kind: kindOf(element),
      operable: element.matches(operable) || operableRoles.test(element.getAttribute('role') ?? ''),
    };
  },
  unmet(condition) {
    const failed = claimsOf(condition).find((claim) => !holds(claim, { document, path: path() }));
    return failed && unmetClaim(failed);
  },
  within(document) {
    for (let at: Element | null | undefined = target; at; at = frameOf(at)) {
      if (at.ownerDocument === document) return at;
    }
    return undefined;
  },
  box: () => (target?.isConnected ? boxOf(target) : undefined),
  refused(matches) {
    if (!target) return { expected: 'the field', found: where() };
    if (isAccepted(target, matches)) return undefined;
    const { validationMessage } = target as Partial<HTMLInputElement>;
    const expected = `a value that the page accepts${matches === undefined ? '' : ` and that matches ${matches}`}`;
    return { expected, found: `${quote(valueIn(target))}${validationMessage ? ` (${validationMessage})` : ''}` };
  },
  beforeTyping() {
    landed = undefined;
    return target ? valueIn(target) : '';
  },
  unentered(sample, before) {
    if (!target) return undefined;
    const value = valueIn(target);
    // What a page makes of a text is its own matter, as long as it makes something of it.
    if (value !== before) return undefined;
    const isElsewhere = landed?.isConnected && landed !== target;
    if (landed && !isElsewhere && essence(value).includes(essence(sample))) return undefined;
    const expected = `${quote(sample)} in the field`;
    if ((target as Partial<HTMLInputElement>).readOnly)
      return { expected, found: `it read-only, with ${quote(value)}` };
    return { expected, found: isElsewhere ? `it in ${describe(landed!)}` : quote(value) };
  },
  option(label) {
    const options = optionsOf();
    const exact = options.findIndex((option) => plain(option.label) === plain(label));
    const place = exact >= 0 ? exact : options.findIndex(({ value }) => value === label);
    return place >= 0 ? place : options.slice(0, 12).map((option) => option.label);
  },
  member(label) {
    const members = [...(target?.querySelectorAll<HTMLElement>('input[type=radio],[role=radio]') ?? [])];
    const member = members.find((one) => plain(labelOf(one)) === plain(label));
    if (member) target = member;
    return member !== undefined;
  },
  landedIn([element]) {
    landed = element as Element | undefined;
  },
  isThere: (path) => target !== undefined && path.includes(target),
  blur: () => target?.blur(),
  version: () => document.querySelector<HTMLElement>('script[data-app-version]')?.dataset['appVersion'] || undefined,
  where: () => ({ path: path(), title: inWords(document.title) }),
  mask,
  unmask,
  masks,
  speak(locale) {
    const load = new Promise((done) => addEventListener('load', done, { once: true }));
    const ask = async () => {
      if (!document.documentElement.lang.startsWith(locale)) await window.tierzero?.('locale', locale);
    };
    // A help center that does not have it keeps its own.
    words = load.then(ask).catch(() => {});
  },
  async settled() {
    const patience = new Promise((done) => setTimeout(done, 2_000));
    await Promise.race([words, patience]);
    // A font that never comes keeps nobody from reading: browsers show another after a while.
    await Promise.race([document.fonts.ready, patience]);
    for (let frames = 0; frames < 2; frames++) await new Promise((done) => requestAnimationFrame(done));
  },
};
