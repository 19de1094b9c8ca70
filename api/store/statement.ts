export type Value = string | number | null;
export type Row = Record<string, unknown>;

/** One SQL statement with its values; text and values never mix. */
export interface Statement {
  readonly text: string;
  readonly values: readonly Value[];
}

export interface BatchOptions {
  /**
   * `false` for what a power cut may forget (rate counters, reservations): the driver may skip waiting for the disk.
   * Default `true`.
   */
  readonly durable?: boolean;
}

/**
 * What a driver has to offer: run a list of statements in order, all or nothing, and give the rows of each. There is no
 * other way to reach the database, so no transaction can stay open between two calls.
 */
export interface Executor {
  batch(statements: readonly Statement[], options?: BatchOptions): Promise<Row[][]>;
}

/** A statement from a template: every `${value}` becomes a parameter. */
export const sql = (parts: TemplateStringsArray, ...values: Value[]): Statement => ({
  text: parts.join('?'),
  values,
});

/** One statement from parts, each with its own values. */
export const joined = (parts: readonly Statement[]): Statement => ({
  text: parts.map(({ text }) => text).join(''),
  values: parts.flatMap(({ values }) => values),
});

/** The database cannot take the command now (busy, full, read-only). Nothing of it was done; trying again is right. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
