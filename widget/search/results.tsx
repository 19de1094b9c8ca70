import type { Translate } from '../i18n/translate.ts';
import type { useCombobox } from './combobox.ts';
import { Result } from './result.tsx';
import type { Row } from './rows.ts';

interface ResultsProps {
  t: Translate;
  box: ReturnType<typeof useCombobox>;
  rows: readonly Row[];
  hrefOf: (row: Row) => string;
  /** A plain click. Default a link does what links do. */
  onOpen?: (row: Row) => void;
}

/** The list below a field. It stays in the tree, so that the field's aria-controls always points at something. */
export const Results = ({ t, box, rows, hrefOf, ...rest }: ResultsProps) => (
  <div
    class="results"
    role="listbox"
    id={box.listId}
    aria-label={t('search.results')}
    ref={(element) => {
      box.list.current = element;
    }}
    hidden={rows.length === 0}
  >
    {/* By place: what is there is written anew, which costs less than another element. */}
    {rows.map((row, index) => (
      <Result {...rest} key={index} row={row} t={t} href={hrefOf(row)} option={box.option(index)} />
    ))}
  </div>
);
