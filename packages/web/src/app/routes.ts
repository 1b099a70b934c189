import { isRoomId } from '@natter/protocol'
import type { RoomId } from '@natter/protocol'

/** The pages of the settings, in their order. */
export const SETTINGS_PAGES = [
  'profile',
  'appearance',
  'writing',
  'sidebar',
  'keys',
  'devices',
  'connection',
  'about',
] as const
export type SettingsPage = (typeof SETTINGS_PAGES)[number]

/** What an address shows. */
export type Route =
  | { at: 'home' }
  | { at: 'room'; room: RoomId; seq?: number; panel?: 'members' }
  | { at: 'invite'; code: string }
  | { at: 'settings'; page?: SettingsPage }
  /** What another app of the device hands over. */
  | { at: 'share'; text: string }
  | { at: 'nowhere' }

/** `/`, `/r/<room>`, `/r/<room>/<seq>`, `/r/<room>/members`, `/invite/<code>`, `/settings`, `/settings/<page>`, `/share?text=<text>`; all else is nowhere. */
export function parseRoute(path: string, query = ''): Route {
  const [first = '', second = '', third = '', ...more] = path.replace(/^\/|\/$/g, '').split('/')
  if (more.length > 0) return { at: 'nowhere' }
  if (first === '' && second === '') return { at: 'home' }
  if (first === 'invite' && third === '' && INVITE_CODE.test(second)) return { at: 'invite', code: second }
  if (first === 'settings' && third === '') return settingsRoute(second)
  if (first === 'share' && second === '') return { at: 'share', text: sharedText(new URLSearchParams(query)) }
  if (first !== 'r' || !isRoomId(second)) return { at: 'nowhere' }
  if (third === '') return { at: 'room', room: second }
  if (third === 'members') return { at: 'room', room: second, panel: 'members' }
  return SEQ.test(third) ? { at: 'room', room: second, seq: Number(third) } : { at: 'nowhere' }
}

/** The address of a route; `parseRoute` reads it back. */
export function pathOf(route: Route): string {
  switch (route.at) {
    case 'room':
      return `/r/${route.room}${route.panel ? `/${route.panel}` : route.seq === undefined ? '' : `/${route.seq}`}`
    case 'invite':
      return `/invite/${route.code}`
    case 'settings':
      return route.page === undefined ? '/settings' : `/settings/${route.page}`
    case 'share':
      return `/share?${new URLSearchParams({ text: route.text }).toString()}`
    default:
      return '/'
  }
}

function settingsRoute(name: string): Route {
  if (name === '') return { at: 'settings' }
  const page = SETTINGS_PAGES.find((each) => each === name)
  return page === undefined ? { at: 'nowhere' } : { at: 'settings', page }
}

/** Apps put the address in any of the three, some in two. */
function sharedText(query: URLSearchParams): string {
  const parts = ['title', 'text', 'url'].map((name) => query.get(name)?.trim() ?? '')
  return parts
    .filter((part, index) => part !== '' && !parts.slice(0, index).some((before) => before.includes(part)))
    .join('\n')
}

const INVITE_CODE = /^[A-Za-z0-9_-]{1,128}$/
const SEQ = /^[1-9][0-9]{0,14}$/
