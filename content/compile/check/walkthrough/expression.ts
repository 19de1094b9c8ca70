/** For the whole of a value; nothing where it is no regular expression. */
export function expressionOf(matches: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${matches})$`, 'u');
  } catch {
    return undefined;
  }
}
