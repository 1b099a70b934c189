import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDrafts } from '../src/composer/drafts.ts'
import { fakeStorage, fullStorage } from './fake-storage.ts'

test('WEB-18 a draft belongs to its room and its account, and outlives the page', () => {
  const storage = fakeStorage()
  createDrafts(storage, 'us_ana0').set('rm_den0', 'half a thou')
  const later = createDrafts(storage, 'us_ana0')
  assert.equal(later.get('rm_den0'), 'half a thou')
  assert.deepEqual([...later.rooms.value], ['rm_den0'])
  assert.equal(later.get('rm_hall'), '')
  assert.equal(createDrafts(storage, 'us_ben0').get('rm_den0'), '')
})

test('WEB-18 an emptied draft is gone from the list and from storage', () => {
  const storage = fakeStorage()
  const drafts = createDrafts(storage, 'us_ana0')
  drafts.set('rm_den0', 'x')
  assert.equal(storage.length, 1)
  drafts.set('rm_den0', '')
  assert.deepEqual([drafts.rooms.value.size, storage.length], [0, 0])
})

test('WEB-4 clearing leaves nothing behind', () => {
  const storage = fakeStorage()
  const drafts = createDrafts(storage, 'us_ana0')
  drafts.set('rm_den0', 'a secret')
  drafts.clear()
  assert.deepEqual([drafts.get('rm_den0'), storage.length], ['', 0])
})

test('WEB-18 full, missing or spoiled storage costs the reload and nothing else', () => {
  for (const storage of [undefined, fullStorage(), fakeStorage({ 'natter:drafts:us_ana0': '[{' })]) {
    const drafts = createDrafts(storage, 'us_ana0')
    drafts.set('rm_den0', 'kept')
    assert.equal(drafts.get('rm_den0'), 'kept')
  }
})
