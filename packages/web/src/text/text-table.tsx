import { say } from '../words/say.ts'
import { Inlines } from './draw-inline.tsx'
import type { Block, Inline } from './tree.ts'
import './text-table.css'

interface TextTableProps {
  table: Extract<Block, { kind: 'table' }>
  ownHandle: string | undefined
}

/** A table in a message; one that is too wide is scrolled by itself. */
export function TextTable({ table: { head, rows, sides }, ownHandle }: TextTableProps) {
  const inside = (cell: readonly Inline[]) => <Inlines inside={cell} ownHandle={ownHandle} />
  return (
    <div class="text-table" role="region" aria-label={say('text.table')} tabIndex={0}>
      <table dir="auto">
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" data-side={sides[column]}>
                {inside(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} data-side={sides[column]}>
                  {inside(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
