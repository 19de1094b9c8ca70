/** For the whole of a value; nothing where it is no regular expression. */
export function expressionOf(matches: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${matches})$`, 'u');
  } catch {
    return undefined;
  }
}

interface Group {
  /** What is repeated in it without an end, or stands for choice. */
  isRisky: boolean;
}

/**
 * Whether it may take for ever to see that a value does not fit: a group that is repeated without an end, or often, has
 * something in it that is, or a choice of more than single characters. Some that are harmless are refused, too.
 */
export function mayFreeze(matches: string): boolean {
  const open: Group[] = [{ isRisky: false }];
  let closed: Group | undefined;
  for (const { token, many } of tokensOf(matches)) {
    const group = open.at(-1) ?? { isRisky: false };
    if (token.startsWith('(')) {
      open.push({ isRisky: false });
      closed = undefined;
    } else if (token === ')') {
      closed = open.length > 1 ? open.pop() : closed;
      const outer = open.at(-1);
      if (closed?.isRisky && many) return true;
      if (outer && closed && (closed.isRisky || many)) outer.isRisky = true;
    } else if (token === '|' || many) group.isRisky = true;
  }
  return false;
}

/** What is repeated so often is as good as without an end. */
const often = 10;

/** Brackets, bars and all else, each with whether it is repeated often. */
function* tokensOf(matches: string): Generator<{ token: string; many: boolean }> {
  const pattern = /(\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[\s\S])([*+]|\{(\d+)(,?)(\d*)\})?/gu;
  for (const [, token = '', sign, least = '', comma = '', most = ''] of matches.matchAll(pattern)) {
    const bound = comma === '' ? least : most;
    const many = sign !== undefined && (sign.length === 1 || bound === '' || Number(bound) > often);
    yield { token, many };
  }
}
