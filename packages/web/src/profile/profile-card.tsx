import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Button, IconButton } from '../parts/button.tsx'
import { Link } from '../parts/link.tsx'
import { useLayer } from '../app/use-layer.ts'
import { placeMenu } from '../parts/menu-place.ts'
import { PresenceDot } from '../parts/presence-dot.tsx'
import { RoomMark } from '../room/room-mark.tsx'
import { atHandle } from '../words/at-handle.ts'
import { say } from '../words/say.ts'
import type { CardShown } from './card-shown.ts'
import { roomsInCommon } from './rooms-in-common.ts'
import { StatusChoice } from './status-choice.tsx'
import './profile-card.css'

interface ProfileCardProps extends CardShown {
  onClose: () => void
}

/** Who somebody is, whether they are there, and a word to them. One's own card has one's status. */
export function ProfileCard({ user: id, at, onClose }: ProfileCardProps) {
  const { natter, self, router, notices, signOut } = useApp()
  const ref = useRef<HTMLDivElement>(null)
  const heading = useId()
  useLayer(true, onClose)
  const user = watch(natter.user(id))
  const status = watch(natter.presence(id))
  const name = user?.name ?? '…'
  const common = roomsInCommon(watch(natter.rooms), id, (room) => natter.room(room).members.value.members)
  useLayoutEffect(() => {
    const card = ref.current
    const before = document.activeElement
    card?.showPopover()
    card?.focus()
    return () => {
      const hadFocus = card?.contains(document.activeElement) === true
      if (card?.matches(':popover-open')) card.hidePopover()
      if (hadFocus && before instanceof HTMLElement) before.focus()
    }
  }, [])
  // Again when the person is known: the card has another height then.
  useLayoutEffect(() => {
    if (ref.current) placeMenu(ref.current, at)
  }, [at, user])
  const talk = async (): Promise<void> => {
    const room = await natter.openDm([id])
    onClose()
    router.go({ at: 'room', room: room.id })
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`@${user?.handle ?? ''}`)
    notices.tell(say('profile.copied'))
  }
  const leave = (): void => {
    onClose()
    void notices.attempt(signOut())
  }
  const edit = (): void => {
    onClose()
    router.go({ at: 'settings', page: 'profile' })
  }
  return (
    <div
      ref={ref}
      class="card"
      popover="auto"
      role="dialog"
      aria-labelledby={heading}
      tabIndex={-1}
      onToggle={(event) => event.newState === 'closed' && ref.current && onClose()}
    >
      <header class="card__head">
        <Avatar user={id} size="large" />
        <div class="card__who">
          <h2 id={heading} class="card__name">
            <bdi>{name}</bdi>
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
      <footer class="card__actions">
        {id === self ? (
          <>
            <Button look="main" icon="settings" onClick={edit}>
              {say('settings.title')}
            </Button>
            <Button icon="leave" onClick={leave}>
              {say('dialogs.signOut')}
            </Button>
          </>
        ) : (
          <Button look="main" icon="message" onClick={() => void notices.attempt(talk())}>
            {say('profile.message')}
          </Button>
        )}
        <Button icon="copy" onClick={() => void copy().catch(() => notices.tell(say('frame.noCopy')))}>
          {say('profile.copyHandle')}
        </Button>
      </footer>
    </div>
  )
}
