/** The same without what is undefined: an optional property is there or it is not. */
export const defined = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
