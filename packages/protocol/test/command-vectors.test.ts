import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMANDS, parseFrame } from '@natter/protocol/schemas'
import { COMMAND_FILES, readCases, textOf } from './read-vectors.ts'
import type { VectorCase } from './read-vectors.ts'

const BOUNDS = { jsonDepth: 16, jsonKeys: 256 }

for (const file of [...COMMAND_FILES, 'frames.json']) {
  const { accepted, refused } = readCases(file)
  test(`WIRE-11 the frames of ${file} are read as they stand there`, () => {
    for (const each of accepted) assert.deepEqual(readAs(each), each.reads ?? each.frame, each.name)
  })

  test(`WIRE-11 the bad frames of ${file} are refused with their code and field`, () => {
    for (const each of refused) assert.deepEqual(refusalOf(each), expectedRefusal(each), each.name)
  })
}

test('WIRE-11 every command has a frame that is read and one that is refused', () => {
  for (const kind of ['accepted', 'refused'] as const) {
    const types = COMMAND_FILES.flatMap((file) => readCases(file)[kind].map(({ frame }) => frame?.['type']))
    const without = Object.keys(COMMANDS).filter((type) => !types.includes(type))
    assert.deepEqual(without, [], `no ${kind} frame`)
  }
})

test('WIRE-11 no two cases of a file have the same name', () => {
  for (const file of [...COMMAND_FILES, 'frames.json']) {
    const { accepted, refused } = readCases(file)
    const names = [...accepted, ...refused].map(({ name }) => name)
    assert.equal(new Set(names).size, names.length, file)
  }
})

function readAs(each: VectorCase): unknown {
  const parsed = parseFrame(textOf(each), BOUNDS)
  return 'command' in parsed ? parsed.command : parsed
}

function refusalOf(each: VectorCase): object {
  const parsed = parseFrame(textOf(each), BOUNDS)
  if (!('refused' in parsed)) return parsed
  const { code, field } = parsed.refused
  return { re: parsed.id, code, ...(field === undefined ? {} : { field }) }
}

function expectedRefusal({ re, code, field }: VectorCase): object {
  return { re, code, ...(field === undefined ? {} : { field }) }
}
