/** Roles that elements have by themselves, as far as a step points at such. */
const byElement: Record<string, string> = {
  button: 'button',
  img: 'img',
  li: 'listitem',
  option: 'option',
  summary: 'button',
  textarea: 'textbox',
};

const byInput: Record<string, string> = {
  button: 'button',
  checkbox: 'checkbox',
  image: 'button',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
};

/** The ARIA role: what an attribute says, else what the element is. */
export const roleOf = (element: Element): string | undefined => {
  const given = element.getAttribute('role')?.trim().split(/\s+/)[0];
  if (given) return given;
  const name = element.localName;
  if (name === 'a' || name === 'area') return element.hasAttribute('href') ? 'link' : undefined;
  if (name === 'input')
    return element.hasAttribute('list') ? 'combobox' : (byInput[(element as HTMLInputElement).type] ?? 'textbox');
  if (name === 'select')
    return (element as HTMLSelectElement).multiple || (element as HTMLSelectElement).size > 1 ? 'listbox' : 'combobox';
  return /^h[1-6]$/.test(name) ? 'heading' : byElement[name];
};
