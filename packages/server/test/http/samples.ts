/** A body that each route takes, with every field that it has. */
export const SAMPLES: Record<string, Record<string, unknown>> = {
  'POST /v1/accounts': { handle: 'kim', password: 'a plain garden gate', name: 'Kim', invite: 'niv_x' },
  'POST /v1/sessions': { handle: 'ada', password: 'a plain garden gate' },
  'POST /v1/sessions/renew': { refreshToken: 'nrt_x' },
  'PATCH /v1/me': { name: 'Ada', password: { old: 'a plain garden gate', new: 'a new garden gate' } },
  'POST /v1/invites': { uses: 1, expiresInMs: 60_000 },
  'PATCH /v1/place': { name: 'The house' },
  'POST /v1/rooms': { cid: 'c1', kind: 'public', name: 'Den', topic: 'Talk', slug: 'den' },
  'PATCH /v1/rooms/:room': { cid: 'c2', name: 'Den', topic: 'Talk', archived: false },
  'POST /v1/direct': { cid: 'c3', users: ['us_1234'] },
  'PUT /v1/rooms/:room/members/:user': { cid: 'c4' },
  'POST /v1/rooms/:room/messages': { cid: 'c5', text: 'hi', replyTo: 1 },
  'PATCH /v1/rooms/:room/messages/:seq': { cid: 'c6', text: 'ho' },
  'POST /v1/stream': { device: 'd_1', client: 'web/1.0' },
  'POST /v1/poll': { device: 'd_1', client: 'web/1.0', waitMs: 0 },
  'POST /v1/admin/announcements': { text: 'Tea', forMs: 60_000 },
  'PATCH /v1/admin/users/:user': { role: 'member', disabled: false },
}
