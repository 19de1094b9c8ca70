/** The element around this one as it is laid out: out of slots and of open shadow roots. */
export const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** Whether an element is `inner` or lies around it. */
export const surrounds = (outer: Element, inner: Element | null): boolean => {
  for (let at = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
};
