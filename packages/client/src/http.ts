import type { SignedIn } from '@natter/protocol'
import { createHttpCaller, field, page, safe } from './http-caller.ts'
import type { HttpOptions } from './http-caller.ts'
import type { NatterHttp } from './http-types.ts'
import { quiet } from './quiet.ts'

/** The HTTP half of the SDK, without a connection: for signing up and in. */
export function createHttp(options: HttpOptions): NatterHttp {
  const { tell, call, get, renew } = createHttpCaller(options)
  return quiet<NatterHttp>({
    signUp: (body) => tell('POST', 'accounts', body).then(signedIn),
    signIn: (body) => tell('POST', 'sessions', body).then(signedIn),
    renew: (refreshToken) => renew(refreshToken).then(signedIn),
    signOut: () => call('DELETE', 'sessions/current') as Promise<unknown> as Promise<void>,
    sessions: () => get('sessions').then(field('sessions')),
    revokeSession: async (id) => call('DELETE', `sessions/${safe(id)}`) as Promise<unknown> as Promise<void>,
    me: () => get('me').then(field('user')),
    updateMe: (body) => call('PATCH', 'me', body).then(field('user')),
    place: () => tell('GET', 'place').then(field('place')),
    findUsers: (q, after) => get('users', { q, after }).then(page('users')),
    publicRooms: (q) => get('rooms', { scope: 'public', q }).then(page('rooms')),
    createInvite: (body = {}) => call('POST', 'invites', body).then(field('invite')),
  })
}

const signedIn = page<SignedIn>('accessToken')
