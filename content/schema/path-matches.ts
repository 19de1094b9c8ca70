const matchFrom = (pattern: readonly string[], path: readonly string[]): boolean => {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === '**') return true;
  const [segment, ...others] = path;
  return segment !== undefined && (first === '*' || first === segment) && matchFrom(rest, others);
};

const segments = (path: string): string[] => path.split('/').filter(Boolean);

/** Whether a path is meant by a pattern such as `/billing/**`: `*` is one segment, `**` any rest. */
export const pathMatches = (pattern: string, path: string): boolean => matchFrom(segments(pattern), segments(path));
