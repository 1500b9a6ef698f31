import type { ComponentChildren } from 'preact'
import { Tag, type TagProps } from './parts.tsx'

export type Column = { readonly label: string; readonly numeric?: boolean | undefined }
export type Cells = readonly ComponentChildren[]

type TableProps = {
  caption: string
  /** True when a heading above says the same. */
  captionHidden?: boolean | undefined
  columns: readonly Column[]
}

/** A table that folds on a phone: each row becomes a block, each value carries its label. The first cell names the row. */
export const FoldTable = ({
  rows,
  foot,
  ...props
}: TableProps & { rows: readonly Cells[]; foot?: Cells | undefined }) => (
  <table class="fold">
    <Caption {...props} />
    <Head columns={props.columns} />
    <tbody>
      {rows.map((cells, place) => (
        <Row key={String(place)} cells={cells} columns={props.columns} />
      ))}
    </tbody>
    {foot && (
      <tfoot>
        <Row cells={foot} columns={props.columns} />
      </tfoot>
    )}
  </table>
)

/** The same in groups, each with a head and a count; an empty group says why. `id` is where a stage links to. */
export const GroupedTable = ({
  groups,
  ...props
}: TableProps & {
  groups: readonly {
    readonly id: string
    readonly label: string
    readonly rows: readonly Cells[]
    readonly empty: ComponentChildren
  }[]
}) => (
  <table class="fold board">
    <Caption {...props} />
    <Head columns={props.columns} />
    {groups.map(({ id, label, rows, empty }) => (
      <tbody key={id}>
        <tr>
          <th scope="rowgroup" colSpan={props.columns.length} id={id}>
            {label} <span class="quiet small sansn">{rows.length}</span>
          </th>
        </tr>
        {rows.length === 0 ? (
          <tr>
            <td colSpan={props.columns.length} class="quiet">
              {empty}
            </td>
          </tr>
        ) : (
          rows.map((cells, place) => <Row key={String(place)} cells={cells} columns={props.columns} />)
        )}
      </tbody>
    ))}
  </table>
)

/** Longer values than this are words or lists: they are set smaller. */
const LONG_VALUE = 8

/** One measure: its value, its basis, its target and whether it is met. No data is said in words, never a 0. */
export type Metric = {
  readonly label: string
  readonly value: string
  readonly unit?: string | undefined
  readonly basis?: string | undefined
  readonly target?: string | undefined
  readonly result?: TagProps | undefined
}

export const Metrics = ({ items, level = 3 }: { items: readonly Metric[]; level?: 3 | 4 }) => (
  <ul class="metrics">
    {items.map(({ label, value, unit, basis, target, result }) => (
      <li key={label}>
        {level === 3 ? <h3>{label}</h3> : <h4>{label}</h4>}
        <p class={value.length > LONG_VALUE ? 'big long' : 'big'}>
          {value}
          {unit && <small> {unit}</small>}
        </p>
        {basis && <p class="quiet">{basis}</p>}
        {(target || result) && (
          <div class="row">
            <span>{target}</span> {result && <Tag label={result.label} tone={result.tone} />}
          </div>
        )}
      </li>
    ))}
  </ul>
)

const Caption = ({ caption, captionHidden }: TableProps) => (
  <caption class={captionHidden ? 'vh' : undefined}>{caption}</caption>
)

const Head = ({ columns }: { columns: readonly Column[] }) => (
  <thead>
    <tr>
      {columns.map(({ label, numeric }) => (
        <th key={label} scope="col" class={numeric ? 'n' : undefined}>
          {label}
        </th>
      ))}
    </tr>
  </thead>
)

const Row = ({ cells, columns }: { cells: Cells; columns: readonly Column[] }) => (
  <tr>
    {cells.map((cell, place) => {
      const column = columns[place]
      if (place === 0)
        return (
          <th key="head" scope="row">
            {cell}
          </th>
        )
      // An empty cell has no label either: on a phone it takes no line.
      if (cell === '' || cell === null || cell === undefined) return <td key={column?.label} />
      return (
        <td key={column?.label} class={column?.numeric ? 'n' : undefined} data-l={column?.label}>
          <div>{cell}</div>
        </td>
      )
    })}
  </tr>
)
