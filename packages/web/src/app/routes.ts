import { isRoomId } from '@natter/protocol'
import type { RoomId } from '@natter/protocol'

/** What an address shows. */
export type Route =
  | { at: 'home' }
  | { at: 'room'; room: RoomId; seq?: number; panel?: 'members' }
  | { at: 'invite'; code: string }
  | { at: 'nowhere' }

/** `/`, `/r/<room>`, `/r/<room>/<seq>`, `/r/<room>/members`, `/invite/<code>`; all else is nowhere. */
export function parseRoute(path: string): Route {
  const [first = '', second = '', third = '', ...more] = path.replace(/^\/|\/$/g, '').split('/')
  if (more.length > 0) return { at: 'nowhere' }
  if (first === '' && second === '') return { at: 'home' }
  if (first === 'invite' && third === '' && INVITE_CODE.test(second)) return { at: 'invite', code: second }
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
    default:
      return '/'
  }
}

const INVITE_CODE = /^[A-Za-z0-9_-]{1,128}$/
const SEQ = /^[1-9][0-9]{0,14}$/
