import type { PickerCell } from './picker-sections.ts'

/** What the mouse or the focus is on. */
export function EmojiPreview({ cell }: { cell: PickerCell | undefined }) {
  return (
    <p class="emoji-picker__preview" aria-hidden="true">
      {cell && (
        <>
          <span class="emoji-picker__large">{cell.emoji}</span>
          <span class="emoji-picker__name">
            {cell.name}
            <span class="emoji-picker__code">{cell.code}</span>
          </span>
        </>
      )}
    </p>
  )
}
