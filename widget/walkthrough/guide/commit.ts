/** Keys that go through values, or put one together: each of them is a change, none is the last. */
const steers = (event: KeyboardEvent): boolean => {
  const { key } = event;
  // A field in a shadow root is not the event's target outside of it.
  const [field] = event.composedPath() as [Partial<HTMLInputElement>];
  if (/^(Arrow|Page|Home|End)/.test(key) || /^(date|time|month|week)/.test(field.type ?? '')) return true;
  return key.length === 1 && field.localName === 'select' && key !== ' ';
};

/**
 * Whether an event ends what a person does in a field: a change that was picked, typed and left, or entered. With the arrows
 * of a list or a number every value on the way is a change; leaving the field ends those.
 */
export const createCommit = () => {
  let steering = false;
  const commit = {
    /** Something was typed or chosen, and may go on. */
    isOpen: false,
    ends(event: Event): boolean {
      const { type } = event;
      if (type === 'keydown') steering = steers(event as KeyboardEvent);
      if (type === 'pointerdown') steering = false;
      if (type === 'change' || type === 'input') commit.isOpen = true;
      const ends = commit.isOpen && ((type === 'change' && !steering) || type === 'focusout');
      if (ends) commit.isOpen = false;
      return ends;
    },
  };
  return commit;
};
