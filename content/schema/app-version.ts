/** `2.10` is more than `2.9`. What follows a hyphen or a plus is not looked at. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [a, b].map((version) =>
    version
      .replace(/^v|[-+].*$/g, '')
      .split('.')
      .map(Number),
  );
  for (let place = 0; place < Math.max(left!.length, right!.length); place++) {
    const difference = (left![place] ?? 0) - (right![place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** An operator, `=` where there is none, and a version of `>=2.4 <3`. */
export const comparatorsOf = (wanted: string): { operator: string; bound: string }[] =>
  wanted.split(' ').map((comparator) => {
    const [, operator = '', bound = ''] = /^([<>]?=?)(.*)$/.exec(comparator) ?? [];
    return { operator, bound };
  });

/** Whether a version is among those of `>=2.4 <3`. Nobody knows of an unknown one, so it is. */
export const isForVersion = (wanted: string | undefined, version: string | undefined): boolean => {
  if (!wanted || !version || !/^v?\d/.test(version)) return true;
  return comparatorsOf(wanted).every(({ operator, bound }) => {
    const difference = compareVersions(version, bound);
    if (difference === 0) return operator.includes('=');
    return operator.startsWith(difference < 0 ? '<' : '>');
  });
};
