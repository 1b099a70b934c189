import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCell, createSource, kept } from '../src/view.ts'
import { settled } from './world/virtual-time.ts'

test('SDK-43 listeners hear of changes together, and not of what was there', async () => {
  const cell = createCell(1)
  const heard: number[] = []
  const end = cell.subscribe((value) => heard.push(value))
  await settled()
  cell.set(2)
  cell.set(3)
  assert.deepEqual([cell.value, heard], [3, []])
  await settled()
  assert.deepEqual(heard, [3])
  cell.set(4)
  cell.set(3)
  await settled()
  assert.deepEqual(heard, [3], 'back where it was is no change')
  end()
  cell.set(5)
  await settled()
  assert.deepEqual([heard, cell.isWatched], [[3], false])
})

test('SDK-43 a value is computed when it is looked at, and keeps its identity while its content does', () => {
  let count = 0
  const content = { list: ['a'] }
  const source = createSource<{ list: string[] }>((previous) => {
    count++
    return kept(previous, { ...content })
  })
  const first = source.value
  assert.equal(source.value, first)
  source.changed()
  assert.equal(source.value, first)
  assert.equal(count, 2)
  content.list = ['b']
  source.changed()
  assert.notEqual(source.value, first)
})

test('SDK-43 a listener that throws surfaces, and the next one hears', async (t) => {
  const cell = createCell(1)
  const heard: number[] = []
  cell.subscribe(() => {
    throw new Error('from the application')
  })
  cell.subscribe((value) => heard.push(value))
  const surfaced: unknown[] = []
  const listeners = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', (error) => surfaced.push(error))
  t.after(() => {
    process.removeAllListeners('uncaughtException')
    for (const listener of listeners) process.on('uncaughtException', listener)
  })
  cell.set(2)
  await settled()
  assert.deepEqual(heard, [2])
  assert.match(String(surfaced), /from the application/)
})

test('SDK-43 the same content is told from another', () => {
  const list = [1, 2]
  assert.equal(kept(list, [1, 2]), list)
  for (const other of [[1], [1, 2, 3], [2, 1], []]) assert.equal(kept(list, other), other)
  const plain: Record<string, number | undefined> = { a: 1, b: undefined }
  assert.equal(kept(plain, { a: 1, b: undefined }), plain)
  const more = { a: 1, b: undefined, c: 2 }
  assert.equal(kept(plain, more), more)
})
