import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PROTOCOL_VERSION } from '@natter/protocol'
import { COMMANDS, describeProtocol, makeSchemaVectors } from '@natter/protocol/schemas'

const written = readFileSync(new URL('../vectors/schema.json', import.meta.url), 'utf8')

test('WIRE-13 the schema of the vectors is the one in force', () => {
  assert.equal(
    written,
    makeSchemaVectors(),
    'the contract has changed: look at the change, then run "npm run generate"',
  )
  assert.equal((JSON.parse(written) as { version: number }).version, PROTOCOL_VERSION)
})

test('WIRE-13 the schema holds every command and what its ok holds', () => {
  const names = Object.keys(describeProtocol().$defs)
  for (const type of Object.keys(COMMANDS)) {
    assert(names.includes(`command:${type}`), type)
    assert(names.includes(`ok:${type}`), type)
  }
})

test('WIRE-13 every reference of the schema leads somewhere', () => {
  const { $defs } = describeProtocol()
  const references = [...written.matchAll(/"\$ref": "#\/\$defs\/([^"]+)"/g)].map(([, name = '']) => name)
  assert(references.length > 100)
  for (const name of references) assert(Object.hasOwn($defs, name), name)
})
