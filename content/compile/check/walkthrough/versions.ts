import { comparatorsOf, compareVersions } from '../../../schema/app-version.ts';

/** Whether no version is among those of `>3 <2`. */
export function isNone(app: string): boolean {
  const comparators = comparatorsOf(app);
  const lows = comparators.filter(({ operator }) => !operator.startsWith('<'));
  const highs = comparators.filter(({ operator }) => !operator.startsWith('>'));
  // Between any two versions there is another one.
  return lows.some((low) =>
    highs.some((high) => {
      const difference = compareVersions(low.bound, high.bound);
      const isExact = low.operator.endsWith('=') && high.operator.endsWith('=');
      return difference > 0 || (difference === 0 && !isExact);
    }),
  );
}
