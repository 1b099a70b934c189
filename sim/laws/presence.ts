import type { UserId } from '@natter/protocol'
import type { Device } from '../world/device.ts'
import type { World } from '../world/world.ts'

/** Everybody sees those as present who hold a connection to the same node, and nobody else. */
export function presenceDifferences(world: World, device: Device): string[] {
  // Who asks again and again is there and away again, and sees nobody.
  if (world.devices.some(({ isOnFallback }) => isOnFallback)) return []
  const { life, natter, name } = device
  if (life === undefined) return [`${name} has no node`]
  const here = new Set<UserId>(world.devices.filter((other) => other.life === life).map(({ user }) => user.id))
  return world.users.flatMap(({ id, handle }) => {
    const shown = natter.presence(id).value
    const there = life.gateway.presence.statusOf(id)
    if (!here.has(id) && there !== 'offline') return [`${life.node} holds ${handle} for ${there}, who is not there`]
    return shown === there || device.page.isIdle ? [] : [`${name} sees ${handle} as ${shown}, ${life.node} as ${there}`]
  })
}
