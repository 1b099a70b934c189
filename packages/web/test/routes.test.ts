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
    { at: 'share', text: 'soup & bread?\nhttps://example.org/#1' },
  ]
  for (const route of routes) {
    const [path = '', query] = pathOf(route).split('?')
    assert.deepEqual(parseRoute(path, query), route)
  }
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

test('WEB-320 what apps hand over is put together, and said once', () => {
  const shared = (query: Record<string, string>): string | undefined => {
    const route = parseRoute('/share', new URLSearchParams(query).toString())
    return route.at === 'share' ? route.text : undefined
  }
  assert.equal(
    shared({ title: 'Soup', text: 'with bread', url: 'https://example.org' }),
    'Soup\nwith bread\nhttps://example.org',
  )
  assert.equal(
    shared({ title: ' ', text: 'see https://example.org', url: 'https://example.org' }),
    'see https://example.org',
  )
  assert.equal(shared({}), '')
})
