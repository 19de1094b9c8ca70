import type { ComponentChildren } from 'preact';

interface TableProps {
  label: string;
  /** The first is that of the rows' names. */
  head: readonly string[];
  /** Columns of words, counted from 0: they begin where lines do. Numbers end there. */
  words?: readonly number[];
  rows: readonly { id: string; name: ComponentChildren; cells: readonly ComponentChildren[] }[];
}

/** A table that becomes a list of cards on a phone, where each cell says what it is of. */
export const Table = ({ label, head, words = [], rows }: TableProps) => (
  <div class="figures-box" {...(head.length > 6 ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}>
    {/* Roles are written out: on a phone a row is laid out as a grid, which takes them away in some browsers. */}
    {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
    <table role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {head.map((title, place) => (
            <th key={title} role="columnheader" scope="col" class={words.includes(place) ? 'of-words' : undefined}>
              <bdi>{title}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ id, name, cells }) => (
          <tr key={id} role="row">
            <th role="rowheader" scope="row">
              {name}
            </th>
            {cells.map((cell, place) => (
              <td key={head[place + 1]} role="cell" class={words.includes(place + 1) ? 'of-words' : undefined}>
                <span class="cell-of" aria-hidden="true">
                  <bdi>{head[place + 1]}</bdi>
                </span>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
  </div>
);
