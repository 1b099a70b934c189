import type {
  AccountPatch,
  AccountsPage,
  Announcement,
  ConnectionInfo,
  Place,
  PlacePatch,
  User,
  UserId,
} from '@natter/protocol'
import { createHttpCaller, field, page, safe } from './http-caller.ts'
import type { HttpOptions } from './http-caller.ts'
import { quiet } from './quiet.ts'

/** What the owner and admins may ask over HTTP. All reject with a `NatterError`, as those of `NatterHttp` do. */
export interface NatterAdmin {
  /** Tells everybody, for `forMs`. */
  announce(text: string, forMs?: number): Promise<Announcement>
  /** Open connections. */
  connections(): Promise<ConnectionInfo[]>
  /** Closes one; its client comes back. */
  closeConnection(id: string): Promise<void>
  /** Every account. */
  users(after?: UserId): Promise<AccountsPage>
  setUser(id: UserId, change: AccountPatch): Promise<User>
  /** Names the place: 1 to 50 characters. For the owner. */
  updatePlace(change: PlacePatch): Promise<Place>
}

/** An entry of its own: a page that people chat in need not carry it. */
export function createAdmin(options: HttpOptions): NatterAdmin {
  const { call, get } = createHttpCaller(options)
  return quiet<NatterAdmin>({
    announce: (text, forMs) => call('POST', 'admin/announcements', { text, forMs }).then(field('announcement')),
    connections: () => get('admin/connections').then(field('connections')),
    closeConnection: async (id) => call('DELETE', `admin/connections/${safe(id)}`) as Promise<unknown> as Promise<void>,
    users: (after) => get('admin/users', { after }).then(page('users')),
    updatePlace: (body) => call('PATCH', 'place', body).then(field('place')),
    setUser: async (id, body) => call('PATCH', `admin/users/${safe(id)}`, body).then(field('user')),
  })
}
