/** What the example workspace shows. Nobody's real data. */

export const orderStatuses = ['Open', 'Packed', 'Shipped', 'Returned'] as const;

export const customers = [
  { name: 'Ada Lindqvist', place: 'Uppsala', since: '2023' },
  { name: 'Bram de Vries', place: 'Utrecht', since: '2021' },
  { name: 'Chiara Ferri', place: 'Bologna', since: '2024' },
  { name: 'Deniz Aydın', place: 'İzmir', since: '2022' },
  { name: 'Emeka Obi', place: 'Lagos', since: '2025' },
  { name: 'Frieda Sommer', place: 'Leipzig', since: '2020' },
] as const;

export const orders = [
  {
    number: '1052',
    customer: 'Emeka Obi',
    item: 'Desk lamp, brass',
    ordered: '2026-11-20',
    status: 'Open',
    total: '€89.00',
  },
  {
    number: '1051',
    customer: 'Ada Lindqvist',
    item: 'Oak shelf, 120 cm',
    ordered: '2026-11-20',
    status: 'Open',
    total: '€148.00',
  },
  {
    number: '1050',
    customer: 'Frieda Sommer',
    item: 'Wall hooks, set of 6',
    ordered: '2026-11-19',
    status: 'Packed',
    total: '€32.50',
  },
  {
    number: '1049',
    customer: 'Chiara Ferri',
    item: 'Folding chair',
    ordered: '2026-11-18',
    status: 'Shipped',
    total: '€64.00',
  },
  {
    number: '1048',
    customer: 'Bram de Vries',
    item: 'Oak shelf, 80 cm',
    ordered: '2026-11-18',
    status: 'Shipped',
    total: '€112.00',
  },
  {
    number: '1047',
    customer: 'Deniz Aydın',
    item: 'Plant stand',
    ordered: '2026-11-17',
    status: 'Returned',
    total: '€45.00',
  },
  {
    number: '1046',
    customer: 'Ada Lindqvist',
    item: 'Felt board, green',
    ordered: '2026-11-14',
    status: 'Shipped',
    total: '€27.00',
  },
  {
    number: '1045',
    customer: 'Chiara Ferri',
    item: 'Desk lamp, white',
    ordered: '2026-11-13',
    status: 'Shipped',
    total: '€79.00',
  },
  {
    number: '1044',
    customer: 'Frieda Sommer',
    item: 'Bench, ash',
    ordered: '2026-11-11',
    status: 'Shipped',
    total: '€260.00',
  },
] as const;
