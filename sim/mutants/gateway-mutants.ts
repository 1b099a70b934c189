import { Connection } from '../../packages/server/src/gateway/connection.ts'
import { HotTail } from '../../packages/server/src/gateway/hot-tail.ts'
import { PresenceBoard } from '../../packages/server/src/gateway/presence-board.ts'
import { RoomFeed } from '../../packages/server/src/gateway/room-feed.ts'
import { StreamTransport } from '../../packages/server/src/gateway/stream-transport.ts'
import { swap } from './mutant.ts'
import type { Mutant } from './mutant.ts'

/** Bugs in what a node does. */
export const GATEWAY_MUTANTS: readonly Mutant[] = [
  {
    name: 'a room is followed after it was read, and not from where it was read',
    from: 7,
    plant: () =>
      swap(
        HotTail.prototype,
        'after',
        (after) =>
          function (this: HotTail, seq) {
            return after.call(this, seq) === undefined ? undefined : []
          },
      ),
  },
  {
    name: 'holes are not filled',
    from: 2,
    plant: () => swap(RoomFeed.prototype, 'fillHole', () => () => undefined),
  },
  {
    name: 'who was removed keeps reading',
    from: 1,
    plant: () => swap(RoomFeed.prototype, 'drop', () => () => undefined),
  },
  {
    name: 'an event is handed out twice',
    from: 1,
    plant: () =>
      swap(
        Connection.prototype,
        'push',
        (push) =>
          function (this: Connection, frame) {
            push.call(this, frame)
            if (frame.json.startsWith('{"type":"message.posted"') && frame.bytes % 7 === 0) push.call(this, frame)
          },
      ),
  },
  {
    name: 'a stream leaves out a line now and then',
    from: 1,
    plant: () =>
      swap(
        StreamTransport.prototype,
        'write',
        (write) =>
          function (this: StreamTransport, frames) {
            const isKept = ({ json, bytes }: (typeof frames)[number]): boolean =>
              !json.startsWith('{"type":"message.posted"') || bytes % 5 > 0
            return write.call(this, frames.filter(isKept))
          },
      ),
  },
  {
    name: 'what the user log tells is dropped now and then',
    from: 1,
    plant: () =>
      swap(
        Connection.prototype,
        'push',
        (push) =>
          function (this: Connection, frame) {
            if (!frame.json.startsWith('{"type":"inbox.room')) push.call(this, frame)
          },
      ),
  },
  {
    name: 'who leaves stays present',
    from: 1,
    plant: () => swap(PresenceBoard.prototype, 'leave', () => () => undefined),
  },
  {
    name: 'a silent peer is never found out',
    from: 2,
    plant: () =>
      swap(
        Connection.prototype,
        'close',
        (close) =>
          function (this: Connection, code, reason) {
            if (code !== 'noPong') close.call(this, code, reason)
          },
      ),
  },
]
