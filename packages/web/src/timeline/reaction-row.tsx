import type { Message, UserId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { listedText } from './listed.ts'
import { reactionList } from './reaction-list.ts'
import { toggleReaction } from './toggle-reaction.ts'
import './reaction-row.css'

/** How many names a reaction tells before it only counts. */
const NAMES_MAX = 10

/** The reactions below a message; a click adds or takes back one's own. */
export function ReactionRow({ model, message }: { model: RoomModel; message: Message }) {
  const app = useApp()
  const reactions = reactionList(message.reactions, app.self)
  if (reactions.length === 0) return null
  return (
    <ul class="reactions" aria-label={say('timeline.reactions')}>
      {reactions.map(({ emoji, count, isMine, people }) => (
        <li key={emoji}>
          <button
            type="button"
            class="reaction"
            aria-pressed={isMine}
            title={say('timeline.reactedWith', { names: namesOf(people), emoji })}
            onClick={() => toggleReaction(app, model.handle, message, emoji)}
          >
            <span>{emoji}</span>
            <span class="reaction__count">{count}</span>
          </button>
        </li>
      ))}
    </ul>
  )

  function namesOf(people: UserId[]): string {
    const names = people.slice(0, NAMES_MAX).map((user) => watch(app.natter.user(user))?.name ?? '…')
    const more = people.length - names.length
    return listedText(more > 0 ? [...names, say('timeline.others', { count: more })] : names)
  }
}
