import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import { makeRooms, SUGGESTED } from '../src/first/suggested-rooms.ts'
import type { App } from '../src/app/app-context.ts'
import type { Route } from '../src/app/routes.ts'

/** A new place, whose rooms are called by their numbers; `onCreate` is told of each. */
function newPlace(onCreate: (count: number, route: { value: Route }) => void = () => {}) {
  const route = signal<Route>({ at: 'home' })
  let count = 0
  const app = {
    natter: {
      createRoom: async () => {
        count += 1
        onCreate(count, route)
        return { id: `rm_${count}` }
      },
    },
    router: { route, go: (to: Route) => void (route.value = to) },
    drafts: { of: () => ({ text: signal('') }) },
  } as unknown as Pick<App, 'natter' | 'router' | 'drafts'>
  return { app, route }
}

test('WEB-303 the first of the suggested rooms opens, not for one who has gone elsewhere meanwhile', async () => {
  const first = { at: 'room', room: 'rm_1' }
  const waiting = newPlace()
  await makeRooms(waiting.app, SUGGESTED)
  assert.deepEqual(waiting.route.value, first)

  // As a wide page does by itself, once there is a room.
  const led = newPlace((count, route) => count === 3 && (route.value = { at: 'room', room: 'rm_2' }))
  await makeRooms(led.app, SUGGESTED)
  assert.deepEqual(led.route.value, first)

  const gone = newPlace((count, route) => count === 2 && (route.value = { at: 'settings' }))
  await makeRooms(gone.app, SUGGESTED)
  assert.deepEqual(gone.route.value, { at: 'settings' })
})
