import { useId, useLayoutEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Avatar } from '../parts/avatar.tsx'
import { IconButton } from '../parts/button.tsx'
import { Link } from '../parts/link.tsx'
import { placeMenu } from '../parts/menu-place.ts'
import { PresenceDot } from '../parts/presence-dot.tsx'
import { usePopover } from '../parts/use-popover.ts'
import { RoomMark } from '../room/room-mark.tsx'
import { atHandle } from '../words/at-handle.ts'
import { say } from '../words/say.ts'
import { CardActions } from './card-actions.tsx'
import type { CardShown } from './card-shown.ts'
import { roomsInCommon } from './rooms-in-common.ts'
import { StatusChoice } from './status-choice.tsx'
import './profile-card.css'

interface ProfileCardProps extends CardShown {
  onClose: () => void
}

/** Who somebody is, whether they are there, and a word to them. One's own card has one's status. */
export function ProfileCard({ user: id, at, onClose }: ProfileCardProps) {
  const { natter, self } = useApp()
  const { ref } = usePopover<HTMLDivElement>(onClose, (box) => box.focus())
  const heading = useId()
  const user = watch(natter.user(id))
  const status = watch(natter.presence(id))
  const common = id === self ? [] : roomsInCommon(watch(natter.rooms), id, (room) => natter.room(room).members.value)
  // Again when the person is known: the card has another height then.
  useLayoutEffect(() => {
    if (ref.current) placeMenu(ref.current, at)
  }, [at, user])
  return (
    <div
      ref={ref}
      class="card"
      popover="manual"
      role="dialog"
      aria-labelledby={heading}
      tabIndex={-1}
      onToggle={(event) => event.newState === 'closed' && ref.current && onClose()}
    >
      <header class="card__head">
        <Avatar user={id} size="large" />
        <div class="card__who">
          <h2 id={heading} class="card__name">
            <bdi>{user?.name ?? '…'}</bdi>
          </h2>
          {user && <p class="card__handle">{atHandle(user.handle)}</p>}
        </div>
        <IconButton icon="close" label={say('profile.close')} onClick={onClose} />
      </header>
      <p class="card__line">
        <PresenceDot user={id} /> <span aria-hidden="true">{say(`app.presence.${status}`)}</span>
        {user && ` · ${user.kind === 'bot' ? say('profile.bot') : say(`profile.role.${user.role}`)}`}
      </p>
      {id === self && <StatusChoice />}
      {common.length > 0 && (
        <section class="card__common">
          <h3>{say('profile.shared')}</h3>
          <ul>
            {common.map((room) => (
              <li key={room.id} onClick={onClose}>
                <Link to={{ at: 'room', room: room.id }} class="card__room">
                  <RoomMark room={room} />
                  <bdi>{room.name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CardActions user={id} onClose={onClose} />
    </div>
  )
}
