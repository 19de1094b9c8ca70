/** What has an ARIA role by itself, as selectors, as far as a step points at such. */
const native: Record<string, string> = {
  button: 'button,summary,input:is([type=button],[type=image],[type=reset],[type=submit])',
  cell: 'td',
  checkbox: 'input[type=checkbox]',
  combobox: 'input[list],select:not([multiple]):is(:not([size]),[size="0"],[size="1"])',
  dialog: 'dialog',
  group: 'fieldset,details',
  heading: 'h1,h2,h3,h4,h5,h6',
  img: 'img',
  link: 'a[href],area[href]',
  listbox: 'select:is([multiple],[size]:not([size="0"],[size="1"]))',
  list: 'ul,ol',
  listitem: 'li',
  navigation: 'nav',
  option: 'option',
  progressbar: 'progress',
  radio: 'input[type=radio]',
  row: 'tr',
  searchbox: 'input[type=search]:not([list])',
  slider: 'input[type=range]',
  spinbutton: 'input[type=number]:not([list])',
  table: 'table',
  textbox:
    'textarea,input:not([list],[type=button],[type=checkbox],[type=image],[type=number],[type=radio],[type=range],[type=reset],[type=search],[type=submit])',
};

/** Selector of all that has a role: by its attribute, else by what it is. */
export const selectorOfRole = (role: string): string =>
  `[role~=${role}]${Object.hasOwn(native, role) ? `,:is(${native[role]}):not([role])` : ''}`;

/** The role that elements of a kind have by themselves; `matches` says whether the element is of those that a selector means. */
export const nativeRole = (matches: (selector: string) => boolean): string | undefined =>
  Object.keys(native).find((role) => matches(native[role]!));
