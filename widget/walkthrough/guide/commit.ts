/** Keys that go through values: each of them is a change, none is the last. */
const steers = (event: KeyboardEvent): boolean => {
  const { key } = event;
  // A field in a shadow root is not the event's target outside of it.
  const [field] = event.composedPath() as [Partial<Element>];
  return /^(Arrow|Page|Home|End)/.test(key) || (key.length === 1 && field.localName === 'select' && key !== ' ');
};

/**
 * Whether an event ends what a person does in a field: a change that was picked, typed and left, or entered. With the arrows
 * of a list or a number every value on the way is a change; leaving the field ends those.
 */
export const createCommit = () => {
  let steering = false;
  let changed = false;
  return (event: Event): boolean => {
    const { type } = event;
    if (type === 'keydown') steering = steers(event as KeyboardEvent);
    if (type === 'pointerdown') steering = false;
    if (type === 'change' || type === 'input') changed = true;
    const ends = changed && ((type === 'change' && !steering) || type === 'focusout');
    if (ends) changed = false;
    return ends;
  };
};
