import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressKey, clientAddressBehind, plainAddress } from '../../src/identity/client-address.ts'

test('HTTP-8 X-Forwarded-For is not believed from anybody by default', () => {
  const clientAddress = clientAddressBehind([])
  assert.equal(clientAddress('192.0.2.1', '198.51.100.1'), '192.0.2.1')
  assert.equal(clientAddress('::ffff:192.0.2.1', '198.51.100.1'), '192.0.2.1')
  assert.equal(clientAddress(undefined, '198.51.100.1'), 'unknown')
})

test('HTTP-8 trusted proxies are believed as far as they wrote it, from the right', () => {
  const clientAddress = clientAddressBehind(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])
  assert.equal(clientAddress('127.0.0.1', '198.51.100.1'), '198.51.100.1')
  assert.equal(clientAddress('127.0.0.1', 'spoofed, 203.0.113.9, 198.51.100.1, 10.1.2.3'), '198.51.100.1')
  assert.equal(clientAddress('fd00::1', '[2001:db8::1]:4711'), '2001:db8::1')
  assert.equal(clientAddress('10.0.0.1', '198.51.100.1:4711'), '198.51.100.1')
  assert.equal(clientAddress('10.0.0.1', 'unknown'), '10.0.0.1')
  assert.equal(clientAddress('10.0.0.1', undefined), '10.0.0.1')
  assert.equal(clientAddress('192.0.2.1', '198.51.100.1'), '192.0.2.1')
})

test('HTTP-8 a very long header costs no more than its last hops', () => {
  const clientAddress = clientAddressBehind(['10.0.0.0/8'])
  const chain = `198.51.100.1, ${Array.from({ length: 50 }, (_, i) => `10.0.0.${i}`).join(', ')}`
  assert.equal(clientAddress('10.0.0.1', chain), '10.0.0.34')
})

test('ACC-9 an IPv6 address counts by its /64, an IPv4 one by itself, in whatever clothes', () => {
  assert.equal(addressKey('192.0.2.1'), '192.0.2.1')
  assert.equal(addressKey('2001:db8::1'), '2001:db8:0:0::/64')
  assert.equal(addressKey('2001:db8:0:0:ffff::'), '2001:db8:0:0::/64')
  assert.equal(addressKey('2001:0db8:0:1:2:3:4:5'), '2001:db8:0:1::/64')
  assert.equal(addressKey('::1'), '0:0:0:0::/64')
  assert.equal(plainAddress('::FFFF:192.0.2.1'), '192.0.2.1')
  assert.equal(plainAddress('fe80::1%eth0'), 'fe80::1')
  assert.equal(plainAddress('example.org'), undefined)
})
