import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { roomSections, neighbour } from '../sidebar/room-sections.ts'
import { roomTitle } from '../room/room-title.ts'
import { keepActivity } from './activity.ts'
import type { App } from './app-context.ts'
import { documentTitle } from './document-title.ts'
import { roomStep } from './room-step.ts'
import { watch } from './view-signal.ts'
import { say } from '../words/say.ts'

/** What goes on around the panes: the tab's title, who is at the keyboard, keys of the whole page, where the front door leads. */
export function useShell(app: App): void {
  useEffect(() => effect(() => leadOn(app)), [app])
  useEffect(() => effect(() => setTitle(app)), [app])
  useEffect(() => keepActivity(app.clock, document, (isActive) => app.natter.setActive(isActive)), [app])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => stepByKey(app, event)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [app])
}

/** On a wide screen an empty pane helps nobody: the room with the latest message opens. */
function leadOn({ router, natter, isNarrow, notices }: App): void {
  const route = router.route.value
  if (route.at === 'invite') {
    router.replace({ at: 'home' })
    notices.tell(say('app.alreadyIn'))
  }
  const latest = watch(natter.rooms)[0]
  if (route.at === 'home' && !isNarrow.value && latest) router.replace({ at: 'room', room: latest.id })
}

function setTitle({ natter, self, router, place }: App): void {
  const rooms = watch(natter.rooms)
  const route = router.route.value
  const shown = route.at === 'room' ? rooms.find(({ id }) => id === route.room) : undefined
  const title = shown && roomTitle(shown.room, self, (user) => watch(natter.user(user))?.name)
  const waiting = rooms.reduce((sum, { room, unread, mentions }) => sum + (room.people ? unread : mentions), 0)
  document.title = documentTitle({ waiting, room: title, place: place.name })
}

function stepByKey({ natter, router }: App, event: KeyboardEvent): void {
  const move = roomStep(event)
  if (!move) return
  event.preventDefault()
  const route = router.route.value
  const current = route.at === 'room' ? route.room : undefined
  const next = neighbour(roomSections(natter.rooms.value), current, move)
  if (next) router.go({ at: 'room', room: next.id })
}
