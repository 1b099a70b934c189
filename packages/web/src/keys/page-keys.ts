import type { App, DialogShown } from '../app/app-context.ts'
import { THEMES } from '../app/looks.ts'
import { markAllRead } from '../sidebar/mark-all-read.ts'
import { neighbour } from '../sidebar/sidebar-layout.ts'
import { sidebarWishes, wishChange } from '../sidebar/sidebar-wishes.ts'
import { say } from '../words/say.ts'
import { goToRegion } from './regions.ts'
import type { ShortcutId } from './shortcuts.ts'

/** What the shortcuts of the whole page do, from here to the answer. */
export function offerPageKeys(app: App): () => void {
  const runs: [ShortcutId, () => void][] = [
    ['switcher', show(app, { kind: 'switcher' })],
    ['sheet', show(app, { kind: 'shortcuts' })],
    ['roomBefore', step(app, { step: -1 })],
    ['roomAfter', step(app, { step: 1 })],
    ['unreadBefore', step(app, { step: -1, only: 'unread' })],
    ['unreadAfter', step(app, { step: 1, only: 'unread' })],
    ['mentionBefore', step(app, { step: -1, only: 'mention' })],
    ['mentionAfter', step(app, { step: 1, only: 'mention' })],
    ['markAllRead', () => markAllRead(app)],
    ['panel', () => togglePanel(app)],
    ['regionAfter', () => goToRegion(document, 1)],
    ['regionBefore', () => goToRegion(document, -1)],
    ['settings', () => app.router.go({ at: 'settings' })],
    ['connection', () => app.router.go({ at: 'settings', page: 'connection' })],
    ['unreadOnly', () => toggleUnreadOnly(app)],
    ['newRoom', show(app, { kind: 'createRoom' })],
    ['browseRooms', show(app, { kind: 'browseRooms' })],
    ['newMessage', show(app, { kind: 'openDm' })],
    ...(app.place.signup === 'closed'
      ? []
      : [['invite', show(app, { kind: 'inviteLink' })] as [ShortcutId, () => void]]),
    ['theme', () => nextTheme(app)],
    ['signOut', () => void app.notices.attempt(app.signOut())],
  ]
  const offs = runs.map(([id, run]) => app.keys.on(id, run))
  return () => {
    for (const off of offs) off()
  }
}

function show({ dialog }: App, shown: DialogShown): () => void {
  return () => (dialog.value = shown)
}

function step({ router, sidebar, notices }: App, move: { step: 1 | -1; only?: 'unread' | 'mention' }): () => void {
  return () => {
    const route = router.route.value
    const next = neighbour(sidebar.sections.value, route.at === 'room' ? route.room : undefined, move)
    if (next) router.go({ at: 'room', room: next.id })
    else if (move.only === 'mention') notices.tell(say('frame.nothingMentions'))
    else if (move.only === 'unread') notices.tell(say('frame.nothingElseUnread'))
  }
}

function togglePanel({ router }: App): void {
  const route = router.route.value
  if (route.at !== 'room') return
  const { room, panel } = route
  if (panel === undefined) router.go({ at: 'room', room, panel: 'members' })
  else router.up({ at: 'room', room })
}

function toggleUnreadOnly({ settings, notices }: App): void {
  const { unreadOnly } = sidebarWishes(settings.all.value)
  settings.set(wishChange('unreadOnly', !unreadOnly))
  notices.tell(say(unreadOnly ? 'frame.allShown' : 'frame.unreadShown'))
}

function nextTheme({ looks, notices }: App): void {
  const at = THEMES.indexOf(looks.theme.chosen.value)
  const next = THEMES[(at + 1) % THEMES.length] ?? 'system'
  looks.theme.choose(next)
  notices.tell(say(`looks.theme.${next}`))
}
