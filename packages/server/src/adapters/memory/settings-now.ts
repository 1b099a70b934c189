import type { UserId } from '@natter/protocol'
import type { World } from './world.ts'

/** As they are now; null: there is none any more. */
export function settingsAmong(world: World, user: UserId, keys: readonly string[]): Record<string, unknown> {
  const settings = world.settings.get(user)
  return Object.fromEntries(keys.map((key) => [key, JSON.parse(settings?.get(key) ?? 'null') as unknown]))
}

/** All of them, by key. */
export function settingsOf(world: World, user: UserId): Record<string, unknown> {
  return settingsAmong(world, user, [...(world.settings.get(user)?.keys() ?? [])].toSorted())
}
