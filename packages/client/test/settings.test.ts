import assert from 'node:assert/strict'
import { test } from 'node:test'
import { World } from './world/world.ts'

test('SDK-50 what one device sets all of them show, once it is stored', async () => {
  const world = new World()
  const phone = await world.live('kim', { device: 'phone' })
  const laptop = await world.live(phone.user, { device: 'laptop' })
  assert.deepEqual(phone.natter.settings.value, {})
  const seen: unknown[] = []
  laptop.natter.settings.subscribe((settings) => seen.push(settings))
  const setting = phone.natter.setSettings({ theme: 'dark', density: 'cosy' })
  await Promise.all([setting, world.time.advance(100)])
  assert.deepEqual(phone.natter.settings.value, { theme: 'dark', density: 'cosy' })
  void laptop.natter.setSettings({ theme: null, 'room.rm_den1': { muted: true } })
  await world.time.advance(100)
  const all = { density: 'cosy', 'room.rm_den1': { muted: true } }
  assert.deepEqual([phone.natter.settings.value, laptop.natter.settings.value], [all, all])
  assert.deepEqual(seen, [{ theme: 'dark', density: 'cosy' }, all])
  const fresh = await world.live(phone.user)
  assert.deepEqual(fresh.natter.settings.value, all)
})

test('SDK-50 a setting is shown with its answer, whether its event comes before, after or never', async () => {
  const world = new World()
  const kim = await world.live('kim')
  world.server.delivers = (event) => event.type !== 'inbox.settingsChanged'
  await Promise.all([kim.natter.setSettings({ theme: 'dark' }), world.time.advance(100)])
  assert.deepEqual(kim.natter.settings.value, { theme: 'dark' })
  world.server.delivers = () => true
  const before = kim.natter.settings.value
  world.server.tell(kim.user.id, { type: 'inbox.settingsChanged', settings: { theme: 'dark' } })
  await world.time.advance(100)
  assert.equal(kim.natter.settings.value, before, 'the same again is no change')
  world.server.tell(kim.user.id, { type: 'inbox.settingsChanged', settings: { theme: 'light' } })
  await world.time.advance(100)
  assert.deepEqual(kim.natter.settings.value, { theme: 'light' })
})

test('SDK-50 an answer that comes late does not undo what another device has set since', async () => {
  const world = new World()
  const kim = await world.live('kim')
  world.server.losesReply = ({ type }) => type === 'settings.set'
  const setting = kim.natter.setSettings({ theme: 'dark' })
  await world.time.advance(100)
  world.server.tell(kim.user.id, { type: 'inbox.settingsChanged', settings: { theme: 'light' } })
  await world.time.advance(100)
  const [command] = world.server.ofType('settings.set')
  kim.link().send({ re: command?.id, ok: { seq: 1, ref: 'u1', at: 1, duplicate: false } })
  await Promise.all([setting, world.time.advance(100)])
  assert.deepEqual(kim.natter.settings.value, { theme: 'light' })
})

test('SDK-50 a refused change is told and changes nothing; settings of another user are not shown', async () => {
  const world = new World()
  const kim = await world.live('kim')
  await Promise.all([kim.natter.setSettings({ theme: 'dark' }), world.time.advance(100)])
  world.server.script = ({ type }) =>
    type === 'settings.set' ? { error: { code: 'quota', message: 'Too much.' } } : undefined
  const setting = kim.natter.setSettings({ theme: 'light' })
  await Promise.all([assert.rejects(setting, { code: 'quota' }), world.time.advance(100)])
  assert.deepEqual(kim.natter.settings.value, { theme: 'dark' })
  world.server.epoch = 'epoch-2'
  world.server.settings.set(kim.user.id, { theme: 'blue' })
  world.server.cut()
  await world.time.advance(10_000)
  assert.deepEqual(kim.natter.settings.value, { theme: 'blue' })
})
