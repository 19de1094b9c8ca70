/** Keys and values as they are written, whatever their form: what is wrong in one of them says nothing of the others. */
export type Written = Readonly<Record<string, unknown>>;

export const keysOf = (value: unknown): Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

export const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Reports at a path of the file. */
export type Say = (path: readonly PropertyKey[], found: string, expected: string, hint?: string) => void;
