/** Values that anybody may type, by the type of the field. */
const samples: Record<string, string> = {
  color: '#7a3e9d',
  date: '2026-01-31',
  'datetime-local': '2026-01-31T09:00',
  email: 'ada@example.com',
  month: '2026-01',
  number: '1',
  range: '1',
  tel: '+1 202 555 0100',
  time: '09:00',
  url: 'https://example.com/',
  week: '2026-W05',
};
const plainText = 'Example';

/** A value that the field accepts, for a check to enter; empty where only the page's authors know one. */
export const sampleFor = (element: Element): string => {
  if (element.localName === 'select') return another(element as HTMLSelectElement);
  const type = element.localName === 'textarea' ? 'text' : (element.getAttribute('type')?.toLowerCase() ?? 'text');
  if (type === 'checkbox' || type === 'radio') return 'on';
  if (type === 'file' || type === 'password') return '';
  const min = element.getAttribute('min');
  return [samples[type] ?? plainText, min ?? ''].find((text) => text && accepts(element, text)) ?? '';
};

/** What is not chosen already: choosing it is a change. */
const another = ({ options, selectedOptions }: HTMLSelectElement): string => {
  const free = [...options].filter(({ disabled, value }) => !disabled && value !== '');
  const [first] = free;
  return (free.find((option) => ![...selectedOptions].includes(option)) ?? first)?.label ?? '';
};

const accepts = (element: Element, text: string): boolean => {
  const probe = element.cloneNode() as HTMLInputElement;
  // A framework may listen to the one in the page; this one is in no page.
  probe.disabled = false;
  probe.readOnly = false;
  probe.value = text;
  return probe.value === text && probe.validity.valid && text.length >= probe.minLength;
};
