import assert from 'node:assert/strict'
import { test } from 'node:test'
import { program } from '../src/program.ts'
import { run } from '../src/run.ts'
import { fakeIo } from './fake-io.ts'

const COMMANDS = program(fakeIo()).commands.map((command) => command.name())

test('CLI-13 the overview lists every command, the exit codes and the variables', async () => {
  const io = fakeIo()
  assert.equal(await run(io, ['--help']), 0)
  for (const name of COMMANDS) assert.match(io.said.out, new RegExp(`^  ${name}\\b`, 'm'))
  for (const words of ['Examples:', 'Exit codes:', 'NATTER_URL', 'NO_COLOR']) assert(io.said.out.includes(words), words)
  assert.equal(io.said.err, '')
})

for (const name of COMMANDS) {
  test(`CLI-13 natter ${name} --help says what it does, with examples that begin with it, in 100 columns`, async () => {
    const io = fakeIo()
    assert.equal(await run(io, [name, '--help']), 0)
    const { out } = io.said
    assert(out.startsWith(`Usage: natter ${name} `), out)
    assert.match(out, new RegExp(`Examples:\\n(  \\$ .*natter ${name}.*\\n)+`))
    assert.match(out, /--json/)
    const long = out.split('\n').filter((line) => line.length > 104)
    assert.deepEqual(long, [])
  })
}

test('CLI-13 without a command the overview is shown as a usage error', async () => {
  const io = fakeIo()
  assert.equal(await run(io, []), 2)
  assert.match(io.said.err, /^Usage: natter /)
})

test('CLI-13 a mistyped command is told the nearest', async () => {
  const io = fakeIo()
  assert.equal(await run(io, ['sned']), 2)
  assert.match(io.said.err, /Did you mean send\?/)
})

test('CLI-13 the version is printed', async () => {
  const io = fakeIo()
  assert.equal(await run(io, ['--version']), 0)
  assert.match(io.said.out, /^\d+\.\d+\.\d+\n$/)
})

test('CLI-11 CLI-12 a place that is not there is exit code 4, as a sentence or as JSON', async () => {
  const env = { NATTER_URL: 'http://127.0.0.1:1', NATTER_TOKEN: 'x' }
  const io = fakeIo({ env })
  assert.equal(await run(io, ['rooms']), 4)
  assert.equal(io.said.err, 'natter: The server cannot be reached.\n')
  const json = fakeIo({ env })
  assert.equal(await run(json, ['rooms', '--json']), 4)
  assert.deepEqual(JSON.parse(json.said.err), { error: { code: 'network', message: 'The server cannot be reached.' } })
})
