/** Whether a check no longer counts, whose last day is `until`. */
export const isOver = (until: string, now: Date): boolean => until < now.toISOString().slice(0, 10);
