import { useDerived } from '../app/use-derived.ts'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import { Name } from '../parts/name.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { plainText } from '../text/plain-text.ts'
import { say } from '../words/say.ts'
import './reply-quote.css'

/** The message that another one answers, in one line; leads to it. */
export function ReplyQuote({ model, seq }: { model: RoomModel; seq: number }) {
  const message = useDerived(() => model.messages.value.get(seq), [model, seq]).value
  return (
    <Link class="quote" to={{ at: 'room', room: model.id, seq }} dir="auto">
      <Icon name="reply" />
      <span class="quote__text">
        {message ? (
          <>
            <Name user={message.by} />{' '}
            {message.deletedAt === undefined ? plainText(message.text) : say('timeline.deleted')}
          </>
        ) : (
          say('timeline.earlierMessage')
        )}
      </span>
    </Link>
  )
}
