import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Environment, SocketListener } from '@natter/client'
import { watchSockets } from '../src/app/socket-watch.ts'

/** Sockets that are opened, written and closed by hand. */
function byHand(): { environment: Environment; listeners: SocketListener[] } {
  const listeners: SocketListener[] = []
  const openSocket: Environment['openSocket'] = (_url, _protocols, listener) => {
    listeners.push(listener)
    return { send: () => {}, close: () => {} }
  }
  return { environment: { openSocket } as unknown as Environment, listeners }
}

const heard: string[] = []
const LISTENER: SocketListener = {
  opened: () => heard.push('opened'),
  received: (text) => heard.push(text),
  closed: (code) => heard.push(String(code)),
}

test('WEB-222 a server that goes away and comes back is told from one that is lost', () => {
  const { environment, listeners } = byHand()
  const watch = watchSockets(environment, (inner) => inner)
  const open = (): SocketListener => {
    watch.environment.openSocket('ws://den', [], LISTENER)
    const listener = listeners.at(-1)
    assert(listener)
    listener.opened()
    return listener
  }
  const first = open()
  first.received('{"control":"drain","reconnectInMs":0}')
  first.received('{"control":"pong"}')
  assert.equal(watch.isRestarting.value, false)
  first.received('{"control":"drain","reconnectInMs":1200}')
  assert.equal(watch.isRestarting.value, true)
  first.closed(4001, '')
  assert.equal(watch.isRestarting.value, true)
  const second = open()
  assert.equal(watch.isRestarting.value, false)
  second.closed(1006, '')
  assert.equal(watch.isRestarting.value, false)
  assert.deepEqual(heard.slice(0, 2), ['opened', '{"control":"drain","reconnectInMs":0}'])
})

test('WEB-223 the road to the server is known: a WebSocket, or plain HTTP where that is blocked', () => {
  const { environment, listeners } = byHand()
  let isBlocked = false
  const watch = watchSockets(environment, (inner) => ({
    ...inner,
    openSocket: (url, protocols, listener) => {
      if (!isBlocked) return inner.openSocket(url, protocols, listener)
      listeners.push(listener)
      return { send: () => {}, close: () => {} }
    },
  }))
  watch.environment.openSocket('ws://den', [], LISTENER)
  assert.equal(watch.road.value, undefined)
  listeners[0]?.opened()
  assert.equal(watch.road.value, 'websocket')
  listeners[0]?.closed(1006, '')
  assert.equal(watch.road.value, undefined)
  isBlocked = true
  watch.environment.openSocket('ws://den', [], LISTENER)
  listeners[1]?.opened()
  assert.equal(watch.road.value, 'http')
})
