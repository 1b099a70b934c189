import type { ComponentChildren } from 'preact'
import { retryAt } from './fake-natter.ts'
import { NatterError } from '@natter/client'
import type { DialogShown } from '../app/app-context.ts'
import { Shell } from '../app/shell.tsx'
import { GateFrame } from '../gate/gate-frame.tsx'
import { Gate } from '../gate/gate.tsx'
import { Button } from '../parts/button.tsx'
import { conversation, joined, message, NOW, pending } from './fake-conversation.ts'
import { fakeEntrance, fakeRouter, FakeApp, PLACE } from './fake-app.tsx'
import type { FakeState } from './fake-natter.ts'
import { ana, ben, chloe, dai, lina } from './fake-people.ts'
import { concert, dmBen, oldRoom, SUMMARIES } from './fake-rooms.ts'
import { COMPOSER_STATES } from './composer-states.tsx'
import { FRAME_STATES } from './frame-states.tsx'
import { say } from '../words/say.ts'
import { PartsSheet } from './parts-sheet.tsx'
import { planted } from './planted-text.ts'
import { PickerSheet, TextSheet } from './text-sheet.tsx'

/** Every state of the page, by the name in the address. */
export const STATES: Record<string, () => ComponentChildren> = {
  parts: () => <PartsSheet />,
  ...FRAME_STATES,
  ...COMPOSER_STATES,
  text: () => <TextSheet />,
  'emoji-picker': () => <PickerSheet />,
  'first-run': () => gate({ ...PLACE, empty: true }),
  'sign-in': () => gate(PLACE),
  'sign-in-again': () => gate(PLACE, 'You were signed out on another device.'),
  invited: () => gate(PLACE, undefined, '/invite/k3f9'),
  unreachable: () => (
    <GateFrame title="Natter" lead={say('app.unreachable')}>
      <Button look="main">{say('app.tryAgain')}</Button>
    </GateFrame>
  ),
  room: () => shell({ timeline: timeline(), typists: [ben.id] }),
  unread: () => shell({ timeline: timeline({ readMark: { seq: 12, n: 12 }, unread: 4 }) }),
  pending: () => shell({ timeline: timeline({ items: [...conversation(), ...UNSENT] }) }),
  'two-typing': () => shell({ timeline: timeline(), typists: [ben.id, chloe.id] }),
  'room-events': () => shell({ timeline: timeline({ items: EVENTS }) }),
  'empty-room': () => shell({ timeline: { items: [] } }),
  loading: () => shell({ timeline: { items: [], status: 'loading', atStart: false } }),
  'direct-message': () => shell({ timeline: timeline() }, `/r/${dmBen.id}`),
  archived: () => shell({ timeline: timeline() }, `/r/${oldRoom.id}`),
  members: () => shell({ timeline: timeline() }, `/r/${concert.id}/members`),
  'no-rooms': () => shell({ rooms: [] }, '/'),
  list: () => shell({}, '/'),
  nowhere: () => shell({}, '/not/here'),
  'not-a-member': () => shell({ rooms: [], refusal: new NatterError('not_member', 'You are not a member.') }),
  'no-such-room': () => shell({ refusal: new NatterError('not_found', 'There is no such room.') }, '/r/rm_none0'),
  reconnecting: () =>
    shell({
      timeline: timeline(),
      connection: { state: 'waiting', attempt: 3, retryAt: retryAt(), why: 'No answer.' },
    }),
  stopped: () =>
    shell({
      timeline: timeline(),
      connection: {
        state: 'stopped',
        code: 4501,
        why: 'This page is older than the server.',
        action: 'upgrade',
      },
    }),
  announcement: () =>
    shell({
      timeline: timeline(),
      announcements: [
        {
          id: '1',
          text: planted('The server moves at 22:00 and is away for **ten minutes**.'),
          by: ana.id,
          at: NOW,
          untilAt: NOW * 2,
        },
      ],
    }),
  'dialog-new-room': () => dialog({ kind: 'createRoom' }),
  'dialog-browse': () => dialog({ kind: 'browseRooms' }),
  'dialog-message': () => dialog({ kind: 'openDm' }),
  'dialog-invite': () => dialog({ kind: 'inviteLink' }),
  'dialog-add': () => dialog({ kind: 'addPeople', room: concert.id }),
  'dialog-edit': () => dialog({ kind: 'editRoom', room: concert.id }),
  'dialog-leave': () => dialog({ kind: 'leaveRoom', room: concert.id }),
  'dialog-remove': () => dialog({ kind: 'removePerson', room: concert.id, user: ben.id }),
  'dialog-delete': () => dialog({ kind: 'deleteMessage', room: concert.id, seq: 8 }),
  'dialog-share': () => dialog({ kind: 'share', text: 'A recipe for pea soup\nhttps://example.org/soup' }),
  'dialog-forward': () => dialog({ kind: 'forward', room: concert.id, seq: 13 }),
  'dialog-history': () => dialog({ kind: 'editHistory', room: concert.id, seq: 13 }),
  'dialog-reactions': () => dialog({ kind: 'reactions', room: concert.id, seq: 4 }),
  'dialog-seen': () => dialog({ kind: 'seenBy', room: concert.id, seq: 4 }),
  'dialog-unsent': () => shell({ timeline: timeline(), unsent: 2 }, undefined, { kind: 'unsentSignOut' }),
  'update-ready': () => shell({ timeline: timeline(), hasUpdate: true }),
}

const UNSENT = [
  pending('p1', 'I will bring the stands.'),
  pending('p2', 'And the lamps.', 'This room is archived and read-only.'),
]

const EVENTS = [
  ...[ana, ben, chloe, dai, lina].map((user, index) => joined(index + 2, concert.id, user)),
  message(7, { minutesAgo: 20, by: ben, text: 'Hello everybody.' }),
]

function timeline(more: FakeState['timeline'] = {}): NonNullable<FakeState['timeline']> {
  return { items: conversation(), readMark: { seq: 16, n: 16 }, ...more }
}

function shell(state: FakeState, path = `/r/${concert.id}`, shown?: DialogShown) {
  return (
    <FakeApp state={{ rooms: SUMMARIES, ...state }} path={path} dialog={shown}>
      <Shell />
    </FakeApp>
  )
}

function dialog(shown: DialogShown) {
  return shell({ timeline: timeline() }, undefined, shown)
}

function gate(place: typeof PLACE, why?: string, path = '/') {
  const stage = { at: 'outside' as const, place, ...(why === undefined ? {} : { why }) }
  return <Gate stage={stage} entrance={fakeEntrance} router={fakeRouter(path)} />
}
