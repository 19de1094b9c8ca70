type Field = Partial<HTMLInputElement> & Partial<HTMLSelectElement>;

/** What a field says: its value, or the label of what is chosen in it; `on` or `off` for what is checked. */
export const valueIn = (element: HTMLElement): string => {
  const field = element as Field;
  const checked = element.getAttribute('aria-checked') ?? element.getAttribute('aria-pressed');
  if (/^(checkbox|radio)$/.test(field.type ?? '') && element.localName === 'input') return field.checked ? 'on' : 'off';
  if (checked !== null) return checked === 'true' ? 'on' : 'off';
  const text = field.selectedOptions
    ? [...field.selectedOptions].map(({ label }) => label).join(', ')
    : (field.value ?? element.textContent ?? '');
  return text.trim();
};

/** Whether a field has a value that the page and `matches`, a regular expression for the whole of it, both accept. */
export const isAccepted = (element: HTMLElement, matches?: string): boolean => {
  const field = element as Field;
  const value = valueIn(element);
  if (value === '' || field.validity?.valid === false || element.getAttribute('aria-invalid') === 'true') return false;
  return matches === undefined || new RegExp(`^(?:${matches})$`, 'u').test(value);
};
