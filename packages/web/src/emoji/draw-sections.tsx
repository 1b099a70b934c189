import type { JSX } from 'preact'
import { say } from '../words/say.ts'
import { GROUP_TITLES } from './group-titles.ts'
import type { PickerCell, PickerSection } from './picker-sections.ts'

/** The sections of the grid; cells bear their place, for one listener serves them all. */
export function drawSections(sections: readonly PickerSection[]): JSX.Element[] {
  let row = 0
  return sections.map(({ key, rows }) => {
    const first = row
    row += rows.length
    return (
      <div key={key} class="emoji-grid__section" data-group={key} style={{ '--rows': rows.length }}>
        <h3 class="emoji-grid__title">{say(GROUP_TITLES[key])}</h3>
        <div role="grid" aria-label={say(GROUP_TITLES[key])}>
          {rows.map((cells, index) => drawRow(cells, first + index))}
        </div>
      </div>
    )
  })
}

function drawRow(cells: readonly PickerCell[], row: number): JSX.Element {
  return (
    <div key={row} class="emoji-grid__row" role="row">
      {cells.map(({ emoji, name }, column) => (
        <button
          key={column}
          type="button"
          class="emoji-grid__cell"
          role="gridcell"
          aria-label={name}
          data-cell={`${row}:${column}`}
          tabIndex={row === 0 && column === 0 ? 0 : -1}
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}
