import { useApp } from '../app/app-context.ts'
import { say } from '../words/say.ts'
import { quickReactions } from './quick-reactions.ts'

const SHOWN = 6

/** The nearest reactions in a row, above what else one can do. */
export function QuickRow({ onPick }: { onPick: (emoji: string) => void }) {
  const { emoji: habits } = useApp()
  return (
    <div class="quick-row" role="group" aria-label={say('timeline.reactions')}>
      {quickReactions(habits.recent.value, SHOWN).map((emoji) => (
        <button
          key={emoji}
          type="button"
          role="menuitem"
          class="quick-row__one"
          aria-label={say('timeline.reactWith', { emoji })}
          onClick={() => onPick(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}
