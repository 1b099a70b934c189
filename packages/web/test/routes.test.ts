import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRoute, pathOf } from '../src/app/routes.ts'
import type { Route } from '../src/app/routes.ts'

test('WEB-5 every place has an address, and the address leads back to it', () => {
  const routes: Route[] = [
    { at: 'home' },
    { at: 'room', room: 'rm_den0' },
    { at: 'room', room: 'rm_den0', seq: 17 },
    { at: 'room', room: 'rm_den0', panel: 'members' },
    { at: 'invite', code: 'Ab-9_z' },
    { at: 'settings' },
    { at: 'settings', page: 'keys' },
  ]
  for (const route of routes) assert.deepEqual(parseRoute(pathOf(route)), route)
})

test('WEB-5 what is no address of the page leads nowhere', () => {
  for (const path of [
    '/x',
    '/r',
    '/r/den',
    '/r/rm_den0/0',
    '/r/rm_den0/1e3',
    '/r/rm_den0/members/x',
    '/invite',
    '/invite/a/b',
    '/invite/%3Cb%3E',
    '/r/__proto__',
    '/settings/nothing',
    '/settings/keys/x',
  ]) {
    assert.deepEqual(parseRoute(path), { at: 'nowhere' }, path)
  }
})
