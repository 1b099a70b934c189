import type { RoomHandle } from '@natter/client'
import type { Device } from '../world/device.ts'
import type { World } from '../world/world.ts'
import { isFinalRefusal } from './refusals.ts'

/** Sends a message, and writes down what became of it. */
export function send(world: World, device: Device, room: RoomHandle, text: string): void {
  const { page, name, user } = device
  const { cid, sent } = room.send(text)
  const line = { proc: name, user: user.id, room: room.id, op: 'send', cid } as const
  world.write({ ...line, t: world.time.now, phase: 'invoke' })
  world.trace(`${name} sends ${cid.slice(0, 6)} "${text.slice(0, 24)}" to ${room.id}`)
  world.expect(page, `sending ${cid} to ${room.id} by ${name}`, sent).then(
    ({ seq, n }) => {
      world.trace(`${name} hears that ${cid.slice(0, 6)} is ${seq}`)
      world.write({ ...line, t: world.time.now, phase: 'ok', seq, n })
    },
    (error: unknown) => {
      const isGone = !page.isAlive
      world.trace(`${name} hears that ${cid.slice(0, 6)} is refused: ${String(error)}`)
      world.write({ ...line, t: world.time.now, phase: isGone ? 'info' : 'fail' })
      if (!isGone && !isFinalRefusal(error)) world.blame(`${name}: a message was given up for good: ${String(error)}`)
    },
  )
}
