type Field = Partial<HTMLInputElement> & Partial<HTMLSelectElement>;

/** What is chosen in a group. */
const chosen = ':is([type=radio],[type=checkbox]):checked,[aria-checked=true]';
const textOf = (members: Iterable<Element>): string =>
  Array.from(members, (one) => ((one as Field).labels?.[0] ?? one).textContent.trim()).join(', ');

/** What a field says: its value, or the labels of what is chosen in it; `on` or `off` for what is checked. */
export const valueIn = (element: HTMLElement): string => {
  const field = element as Field;
  const checked = element.getAttribute('aria-checked') ?? element.getAttribute('aria-pressed');
  if (/^(checkbox|radio)$/.test(field.type ?? '') && element.localName === 'input') return field.checked ? 'on' : 'off';
  if (checked !== null) return checked === 'true' ? 'on' : 'off';
  if (element.matches('fieldset,[role=radiogroup],[role=group]')) return textOf(element.querySelectorAll(chosen));
  const text = field.selectedOptions
    ? [...field.selectedOptions].map(({ label }) => label).join(', ')
    : (field.value ?? element.textContent ?? '');
  return text.trim();
};

/** Whether a field has a value that the page and `matches`, a regular expression for the whole of it, both accept. */
export const isAccepted = (element: HTMLElement, matches?: string): boolean => {
  const field = element as Field;
  const value = valueIn(element);
  // An option that says "Choose one" has a label and no value.
  const isEmpty = value === '' || (field.selectedOptions && !field.value);
  if (isEmpty || field.validity?.valid === false || element.getAttribute('aria-invalid') === 'true') return false;
  return matches === undefined ? value !== 'off' : new RegExp(`^(?:${matches})$`, 'u').test(value);
};
