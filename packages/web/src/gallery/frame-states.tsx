import type { ComponentChildren } from 'preact'
import { retryAt } from './fake-natter.ts'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { SETTINGS_PAGES } from '../app/routes.ts'
import { Shell } from '../app/shell.tsx'
import { FakeApp } from './fake-app.tsx'
import { conversation } from './fake-conversation.ts'
import type { FakeState } from './fake-natter.ts'
import { ana, ben } from './fake-people.ts'
import { concert, manyRooms, SUMMARIES } from './fake-rooms.ts'
import type { DialogShown } from '../app/app-context.ts'

const SECTIONS = {
  'sidebar.sections': [
    { id: 's1', name: 'Winter concert' },
    { id: 's2', name: 'Empty for now' },
  ],
  'room.rm_board': { favourite: true },
  'room.rm_dmben': { favourite: true },
  'room.rm_garden': { muted: true },
  'room.rm_concert': { section: 's1' },
  'room.rm_group': { section: 's1' },
}
const READ = SUMMARIES.map((summary) => ({ ...summary, unread: 0, mentions: 0 }))

/** What is around the conversation, in its states. */
export const FRAME_STATES: Record<string, () => ComponentChildren> = {
  sections: () => shell({ settings: SECTIONS }),
  'sections-folded': () => shell({ settings: { ...SECTIONS, 'sidebar.collapsed': ['rooms', 's1'] } }),
  'unread-first': () => shell({ settings: { 'sidebar.unreadFirst': true } }),
  'unread-only': () => shell({ settings: { 'sidebar.unreadOnly': true } }, '/'),
  'all-read': () => shell({ rooms: READ, settings: { 'sidebar.unreadOnly': true } }, '/'),
  'many-rooms': () => shell({ rooms: manyRooms(500) }),
  'room-menu': () => shell({ settings: SECTIONS }, undefined, { run: () => openMenu('.room-line') }),
  'section-menu': () => shell({ settings: SECTIONS }, undefined, { run: () => clickMore('.sidebar__section') }),
  'list-menu': () => shell({ settings: SECTIONS }, '/', { run: () => clickMore('.sidebar__header') }),
  'message-menu': () => shell({}, undefined, { run: openMessageMenu }),
  'message-sheet': () => shell({ isTouch: true }, undefined, { run: openMessageMenu }),
  'date-jump': () =>
    shell({}, undefined, { run: () => document.querySelector<HTMLElement>('.timeline__day-name')?.click() }),
  switcher: () => shell({}, undefined, { dialog: { kind: 'switcher' } }),
  shortcuts: () => shell({}, undefined, { dialog: { kind: 'shortcuts' } }),
  'dialog-new-section': () => shell({}, undefined, { dialog: { kind: 'nameSection' } }),
  settings: () => shell({ settings: SECTIONS }, '/settings'),
  ...Object.fromEntries(
    SETTINGS_PAGES.map((page) => [`settings-${page}`, () => shell({ settings: SECTIONS }, `/settings/${page}`)]),
  ),
  card: () => shell({ card: { user: ben.id, at: { x: 420, y: 240 } } }),
  'own-card': () => shell({ card: { user: ana.id, at: { x: 420, y: 240 } } }),
  restarting: () =>
    shell({
      isRestarting: true,
      connection: { state: 'waiting', attempt: 1, retryAt: retryAt(), why: 'No connection.' },
    }),
  notices: () => shell({}, undefined, { hasNotices: true }),
}

interface ShellMore {
  dialog?: DialogShown
  run?: () => void
  hasNotices?: boolean
}

function shell(state: FakeState, path = `/r/${concert.id}`, { dialog, run, hasNotices = false }: ShellMore = {}) {
  const timeline = { items: conversation(), readMark: { seq: 16, n: 16 } }
  return (
    <FakeApp state={{ rooms: SUMMARIES, timeline, ...state }} path={path} dialog={dialog}>
      <Shell />
      {run && <After run={run} />}
      {hasNotices && <Notices />}
    </FakeApp>
  )
}

/** Does something once everything is drawn. */
function After({ run }: { run: () => void }) {
  useEffect(run, [])
  return null
}

function Notices() {
  const { notices } = useApp()
  useEffect(() => {
    notices.hold(true)
    notices.tell('The server cannot be reached. Check the connection and try again.')
    notices.offer('Marked 4 rooms as read', { label: 'Undo', run: () => {} })
  }, [])
  return null
}

function openMenu(selector: string): void {
  const line = document.querySelector(selector)
  line?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 150, clientY: 190 }))
}

function openMessageMenu(): void {
  const row = document.querySelector<HTMLElement>('.message[data-seq="13"]')
  row?.focus({ preventScroll: true })
  row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F10', code: 'F10', shiftKey: true, bubbles: true }))
}

function clickMore(selector: string): void {
  const buttons = document.querySelectorAll<HTMLElement>(`${selector} .icon-button[aria-haspopup]`)
  const inHeader = [...buttons].find((button) => button.closest('.room-line') === null)
  inHeader?.click()
}
