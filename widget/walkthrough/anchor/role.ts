/** Roles that elements have by themselves, as far as a step points at such. */
const byElement: Record<string, string> = {
  article: 'article',
  aside: 'complementary',
  button: 'button',
  dialog: 'dialog',
  fieldset: 'group',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  img: 'img',
  li: 'listitem',
  main: 'main',
  nav: 'navigation',
  ol: 'list',
  option: 'option',
  output: 'status',
  progress: 'progressbar',
  section: 'region',
  summary: 'button',
  table: 'table',
  td: 'cell',
  textarea: 'textbox',
  th: 'columnheader',
  tr: 'row',
  ul: 'list',
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
  return byElement[name];
};
