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

/** Nothing is typed or chosen. An option that says "Choose one" has a label and no value. */
const isEmpty = ({ selectedOptions, value }: Field, said: string): boolean =>
  said === '' || (selectedOptions !== undefined && !value);

/** Nobody has typed, chosen or ticked anything. */
export const isBlank = (element: HTMLElement): boolean => {
  const said = valueIn(element);
  return said === 'off' || isEmpty(element as Field, said);
};

/** Whether a field has a value that the page and `matches`, a regular expression for the whole of it, both accept. */
export const isAccepted = (element: HTMLElement, matches?: string): boolean => {
  const field = element as Field;
  const said = valueIn(element);
  if (isEmpty(field, said) || field.validity?.valid === false || element.getAttribute('aria-invalid') === 'true')
    return false;
  return matches === undefined ? said !== 'off' : new RegExp(`^(?:${matches})$`, 'u').test(said);
};
