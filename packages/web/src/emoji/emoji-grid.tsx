import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { language } from '../words/say.ts'
import { drawSections } from './draw-sections.tsx'
import type { PickerCell, PickerSection } from './picker-sections.ts'
import { stepTo } from './picker-steps.ts'
import type { Place } from './picker-steps.ts'

interface EmojiGridProps {
  sections: readonly PickerSection[]
  onPick: (emoji: string) => void
  /** What the mouse or the focus is on. */
  onShow: (cell: PickerCell) => void
  toSearch: () => void
}

/** What fits the window is drawn at once, the rest right after it. */
const SECTIONS_AT_ONCE = 2

/** The sections, one stop of the Tab key: arrows lead through all of them, writing leads back to the search. */
export function EmojiGrid({ sections, onPick, onShow, toSearch }: EmojiGridProps) {
  const [isWhole, setWhole] = useState(false)
  useEffect(() => setWhole(true), [])
  const root = useRef<HTMLDivElement>(null)
  const stop = useRef<HTMLElement>(undefined)
  const rows = useMemo(() => sections.flatMap((section) => section.rows), [sections])
  const placeOf = (target: EventTarget | null): Place | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
    const [row = 0, column = 0] = cell?.dataset['cell']?.split(':').map(Number) ?? []
    return cell === null ? undefined : { row, column }
  }
  const cellAt = (place: Place | undefined): PickerCell | undefined => place && rows[place.row]?.[place.column]
  const show = ({ target }: Event): void => {
    const cell = cellAt(placeOf(target))
    if (cell) onShow(cell)
  }
  const onFocus = (event: FocusEvent): void => {
    show(event)
    if (!(event.target instanceof HTMLElement) || placeOf(event.target) === undefined) return
    // By hand: two thousand cells need no new look at all for one that has the focus.
    const last = stop.current ?? root.current?.querySelector<HTMLElement>('[data-cell="0:0"]')
    if (last) last.tabIndex = -1
    event.target.tabIndex = 0
    stop.current = event.target
  }
  const onKey = (event: KeyboardEvent): void => {
    const place = placeOf(event.target)
    if (place === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const widths = rows.map((row) => row.length)
    const to = stepTo(event.key, place, widths, language.peek().direction === 'rtl')
    if (to === 'search') toSearch()
    else if (to) root.current?.querySelector<HTMLElement>(`[data-cell="${to.row}:${to.column}"]`)?.focus()
    else if (event.key.length === 1 && event.key !== ' ') return toSearch()
    else return
    event.preventDefault()
  }
  const drawn = useMemo(
    () => drawSections(sections.slice(0, isWhole ? undefined : SECTIONS_AT_ONCE)),
    [sections, isWhole, language.value],
  )
  return (
    <div
      ref={root}
      class="emoji-grid"
      onClick={({ target }) => {
        const cell = cellAt(placeOf(target))
        if (cell) onPick(cell.emoji)
      }}
      onPointerOver={show}
      onFocusIn={onFocus}
      onKeyDown={onKey}
    >
      {drawn}
    </div>
  )
}
