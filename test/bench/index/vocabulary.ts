/** Words as they are counted here: runs of letters and digits, small. */
export const wordPattern = /[\p{L}\p{N}]+/gu;
export const wordsOf = (text: string): string[] => text.toLowerCase().match(wordPattern) ?? [];

/** How vocabulary grows with text, V(n) = scale · n^exponent (Heaps' law). */
export interface Growth {
  scale: number;
  exponent: number;
}

export const expectedWords = ({ scale, exponent }: Growth, tokens: number): number => scale * tokens ** exponent;

/** Fits the growth through the vocabulary at half of the texts and at all of them; the order of the texts matters. */
export function growthOf(texts: readonly string[]): Growth {
  const seen = new Set<string>();
  let tokens = 0;
  const at = texts.map((text) => {
    for (const word of wordsOf(text)) {
      tokens += 1;
      seen.add(word);
    }
    return { tokens, words: seen.size };
  });
  const half = at.find((place) => place.tokens * 2 >= tokens) ?? { tokens, words: seen.size };
  const exponent = half.tokens < tokens ? Math.log(seen.size / half.words) / Math.log(tokens / half.tokens) : 0.5;
  return { scale: seen.size / tokens ** exponent, exponent };
}

/** Letters that decide about the next one. */
const memory = 3;
const longest = 24;

/** Makes up words that look like the given ones: each letter is drawn from those that follow the three before it. */
export function createSpeller(words: Iterable<string>, random: () => number): () => string {
  const next = new Map<string, string[]>();
  for (const word of words) {
    const padded = ' '.repeat(memory) + word;
    for (let at = memory; at <= padded.length; at++) {
      const before = padded.slice(at - memory, at);
      const letters = next.get(before) ?? [];
      letters.push(padded[at] ?? '');
      next.set(before, letters);
    }
  }
  return () => {
    let word = ' '.repeat(memory);
    while (word.length < longest + memory) {
      const letters = next.get(word.slice(-memory)) ?? [''];
      const letter = letters[Math.floor(random() * letters.length)] ?? '';
      if (letter === '') break;
      word += letter;
    }
    return word.trimStart();
  };
}
