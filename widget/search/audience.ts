/** Whether a document is for these readers. A filter, not protection: the index is public. */
export const isFor = (document: { audience?: readonly string[] }, audience: readonly string[]): boolean =>
  !document.audience?.length || document.audience.some((group) => audience.includes(group));
