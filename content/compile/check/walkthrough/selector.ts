import { parse, type Selector } from 'css-what';

/** Pseudo-classes that browsers agree on, alone and with something in brackets. */
const plain = new Set(
  `active any-link autofill checked default defined disabled empty enabled first-child first-of-type focus focus-visible
  focus-within fullscreen host hover in-range indeterminate invalid last-child last-of-type link modal only-child
  only-of-type optional out-of-range placeholder-shown popover-open read-only read-write required root scope target
  user-invalid user-valid valid visited`.split(/\s+/),
);
const counting = new Set(['nth-child', 'nth-last-child', 'nth-last-of-type', 'nth-of-type']);
const nesting = new Set(['has', 'host', 'host-context', 'is', 'not', 'where']);
const saying = new Set(['dir', 'lang', 'state']);

const identifier = /^(?:--|-?[a-z_\u0080-\u{10ffff}])[\w\u0080-\u{10ffff}-]*$/iu;
const nth = /^\s*(?:even|odd|[+-]?\d+|[+-]?\d*n(?:\s*[+-]\s*\d+)?)\s*(?:of\s.+)?$/i;
const quoted = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g;
/** A value of an attribute that begins like a number needs quotation marks. */
const bareNumber = /=\s*-?\d/;

/** Whether browsers look for something by it. The parser also takes what jQuery has added, and names that CSS has not. */
export function isSelector(selector: string): boolean {
  // With an escape a name may be anything; the parser gives it as it is meant.
  const isName = selector.includes('\\') ? () => true : (name: string) => identifier.test(name);
  try {
    const lists = parse(selector);
    const isWhole = lists.length > 0 && lists.every((tokens) => isKnown(tokens, isName) && !isJoint(tokens[0]));
    return isWhole && !nestsHas(lists) && !bareNumber.test(selector.replace(quoted, '""'));
  } catch {
    return false;
  }
}

/** Browsers refuse `:has()` in another one, however deep. */
const nestsHas = (lists: readonly Selector[][], isWithin = false): boolean =>
  lists.flat().some((token) => {
    if (token.type !== 'pseudo' || !Array.isArray(token.data)) return false;
    const isHas = token.name === 'has';
    return (isWithin && isHas) || nestsHas(token.data, isWithin || isHas);
  });

const isJoint = (token: Selector | undefined): boolean =>
  token !== undefined && ['adjacent', 'child', 'descendant', 'sibling'].includes(token.type);

function isKnown(tokens: readonly Selector[], isName: (name: string) => boolean): boolean {
  const last = tokens.at(-1);
  return last !== undefined && !isJoint(last) && tokens.every((token, place) => fits(token, tokens[place - 1]));

  function fits(token: Selector, previous: Selector | undefined): boolean {
    switch (token.type) {
      case 'tag':
        return token.namespace === null && isName(token.name) && (previous === undefined || isJoint(previous));
      case 'universal':
        return token.namespace === null;
      case 'attribute':
        return (
          token.action !== 'not' &&
          token.namespace === null &&
          isName(token.name) &&
          // Written as `#id` or `.class`.
          (token.ignoreCase !== 'quirks' || isName(token.value))
        );
      case 'pseudo':
        return isPseudoClass(token);
      default:
        return isJoint(token);
    }
  }

  function isPseudoClass({ name, data }: Extract<Selector, { type: 'pseudo' }>): boolean {
    if (data === null) return plain.has(name);
    if (Array.isArray(data)) {
      const isRelative = name === 'has';
      return nesting.has(name) && data.every((inner) => isKnown(inner, isName) && (isRelative || !isJoint(inner[0])));
    }
    return counting.has(name) ? nth.test(data) : saying.has(name) && data.trim() !== '';
  }
}
