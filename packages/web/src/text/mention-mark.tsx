import type { UserId } from '@natter/protocol'
import { useMemo } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { placeBelow } from '../parts/menu-place.ts'
import { userByHandle } from './user-by-handle.ts'

interface MentionMarkProps {
  handle: string
  /** As typed. */
  text: string
  ownHandle: string | undefined
}

/** A mention of one person: by their name once it is known, and then a way to their card. Nobody's handle is text. */
export function MentionMark({ handle, text, ownHandle }: MentionMarkProps) {
  const { natter } = useApp()
  const user = useMemo(() => userByHandle(natter, handle), [natter, handle]).value
  if (user === undefined) return <>{text}</>
  return <Person user={user} handle={handle} look={handle === ownHandle ? 'mention mention--me' : 'mention'} />
}

function Person({ user, handle, look }: { user: UserId; handle: string; look: string }) {
  const { card, natter } = useApp()
  const name = watch(natter.user(user))?.name ?? handle
  return (
    <button
      type="button"
      class={look}
      title={`@${handle}`}
      aria-haspopup="dialog"
      onClick={(event) => {
        event.stopPropagation()
        card.value = { user, at: placeBelow(event.currentTarget) }
      }}
    >
      @<bdi>{name}</bdi>
    </button>
  )
}
