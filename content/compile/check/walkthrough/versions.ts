interface Comparator {
  operator: string;
  version: number[];
}

/** Whether no version is among those of `>3 <2`. */
export function isNone(app: string): boolean {
  const comparators = app.split(' ').map((text): Comparator => {
    const [, operator = '', version = ''] = /^([<>]?=?)(.*)$/.exec(text) ?? [];
    return { operator, version: version.split('.').map(Number) };
  });
  const lows = comparators.filter(({ operator }) => !operator.startsWith('<'));
  const highs = comparators.filter(({ operator }) => !operator.startsWith('>'));
  // Between any two versions there is another one.
  return lows.some((low) =>
    highs.some((high) => {
      const difference = compare(low.version, high.version);
      const isExact = low.operator.endsWith('=') && high.operator.endsWith('=');
      return difference > 0 || (difference === 0 && !isExact);
    }),
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let place = 0; place < Math.max(a.length, b.length); place++) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
