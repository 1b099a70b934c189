import { effect } from '@preact/signals'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import { listenForKeys } from '../keys/listen.ts'
import { offerPageKeys } from '../keys/page-keys.ts'
import { titleOf } from '../room/title-of.ts'
import { say } from '../words/say.ts'
import { keepActivity } from './activity.ts'
import type { App } from './app-context.ts'
import { documentTitle } from './document-title.ts'
import { SHEET, SWITCHER } from './lazy-parts.tsx'
import { createTabSign } from './tab-sign.ts'
import type { TabSign } from './tab-sign.ts'
import { watch } from './view-signal.ts'
import { waitingIn } from './waiting-count.ts'

/** When there is nothing better to do, what is likely to be wanted soon is fetched. */
const FETCH_AHEAD_MS = 3_000

/** What goes on around the panes: the tab's title, who is at the keyboard, keys of the whole page, where the front door leads. */
export function useShell(app: App): void {
  useEffect(() => effect(() => leadOn(app)), [app])
  useEffect(() => {
    const sign = createTabSign(document, navigator)
    const stop = effect(() => tellTab(app, sign))
    return () => {
      stop()
      // Nothing of it is for who comes to the door next.
      document.title = app.place.name
      sign.show({ count: 0, isAny: false })
    }
  }, [app])
  useEffect(() => keepActivity(app.clock, document, (isActive) => app.natter.setActive(isActive)), [app])
  useEffect(() => app.sidebar.follow(), [app])
  // Before the first paint: who sees the page can press its keys.
  useLayoutEffect(() => offerPageKeys(app), [app])
  useLayoutEffect(() => listenForKeys(app.keys, document), [app])
  useEffect(() => app.clock.after(FETCH_AHEAD_MS, () => void Promise.all([SWITCHER.fetch(), SHEET.fetch()])), [app])
}

/** On a wide screen an empty pane helps nobody: the room with the latest message opens. */
function leadOn({ router, natter, isNarrow, notices, dialog }: App): void {
  const route = router.route.value
  if (route.at === 'invite') {
    router.replace({ at: 'home' })
    notices.tell(say('app.alreadyIn'))
  }
  if (route.at === 'share') {
    router.replace({ at: 'home' })
    if (route.text !== '') dialog.value = { kind: 'share', text: route.text }
  }
  const latest = watch(natter.rooms)[0]
  if (route.at === 'home' && !isNarrow.value && latest) router.replace({ at: 'room', room: latest.id })
}

function tellTab(app: App, sign: TabSign): void {
  const rooms = watch(app.natter.rooms)
  const route = app.router.route.value
  const shown = route.at === 'room' ? rooms.find(({ id }) => id === route.room) : undefined
  const waiting = waitingIn(rooms, app.settings.all.value)
  const here = route.at === 'settings' ? say('settings.title') : shown && titleOf(app, shown.room)
  document.title = documentTitle({ waiting: waiting.count, room: here, place: app.place.name })
  sign.show(waiting)
}
