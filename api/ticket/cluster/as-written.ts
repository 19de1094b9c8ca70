import type { Comparable } from './compared.ts';

/** A code is compared in one case and shown as the first who gave it wrote it. */
export function asWritten(code: string, tickets: readonly Comparable[]): string {
  const given = tickets.flatMap(({ message, context }) => [
    message,
    ...context.flatMap((item) => (item.kind === 'host' ? [item.value] : [])),
  ]);
  const pattern = new RegExp(RegExp.escape(code), 'iu');
  for (const text of given) {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  return code;
}
