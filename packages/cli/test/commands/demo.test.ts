import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOptions, startServer } from '@natter/server'
import { STORY } from '../../src/demo/story.ts'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { objectsIn } from '../place.ts'
import { tempFolder } from '../temp-folder.ts'

test('CLI-29 --demo fills an empty place, tells how to sign in, and what is there looks as if people had lived in it', async (t) => {
  const data = await tempFolder(t)
  const args = ['serve', '--demo', '--port', '0', '--data', data, '--log-level', 'silent', '--json']
  const serving = fakeIo()
  const served = run(serving, args)
  await serving.until(({ out, err }) => out !== '' || err !== '')
  assert.equal(serving.said.err, '')
  const [ready] = objectsIn(serving.said.out)
  const { handles, password } = ready?.['demo'] as { handles: string[]; password: string }
  assert.deepEqual(
    handles,
    STORY.people.map(({ handle }) => handle),
  )
  assert.match(password, /^\w{12}$/)

  const homeFolder = await tempFolder(t)
  const ada = async (args: string[], input: string[] = []) => {
    const io = fakeIo({ homeFolder, input })
    const code = await run(io, args)
    assert.equal(code, 0, io.said.err)
    return io.said.out === '' ? [] : objectsIn(io.said.out)
  }
  const [signedIn] = await ada(
    ['login', String(ready?.['url']), '--handle', 'ada', '--password-stdin', '--json'],
    [password],
  )
  assert.equal((signedIn?.['user'] as { role: string }).role, 'owner')
  const rooms = await ada(['rooms', '--json'])
  assert.deepEqual(new Set(rooms.map(({ kind }) => kind)), new Set(['public', 'private', 'direct', 'group']))
  assert(
    rooms.some(({ unread }) => Number(unread) > 0),
    'something is unread',
  )
  assert(
    rooms.some(({ mentions }) => Number(mentions) > 0),
    'somebody asks for her',
  )

  const messages = (
    await Promise.all(rooms.map(({ id }) => ada(['tail', String(id), '-n', '1000', '--no-follow', '--json'])))
  ).flat()
  assert(messages.length >= 200)
  const days = new Set(messages.map(({ at }) => new Date(Number(at)).toDateString()))
  assert(days.size >= 12)
  assert(messages.every(({ at }) => Number(at) < Date.now()))
  for (const trait of ['replyTo', 'reactions', 'editedAt', 'deletedAt'])
    assert(
      messages.some((message) => trait in message),
      trait,
    )

  serving.interrupt()
  assert.equal(await served, 0)

  const again = fakeIo()
  assert.equal(
    await run(
      again,
      args.filter((arg) => arg !== '--json'),
    ),
    1,
  )
  assert.match(again.said.err, /^natter: People live here already, and the demo only moves into an empty place\./)
  assert.equal(again.said.out, '')
})

test('CLI-29 --demo leaves a place with people alone', async (t) => {
  const data = await tempFolder(t)
  const options = readOptions({ NATTER_PORT: '0', NATTER_DATA: data }, {})
  assert(!Array.isArray(options))
  const quiet = (): void => undefined
  const server = await startServer(options, { log: { debug: quiet, info: quiet, warn: quiet, error: quiet } })
  const homeFolder = await tempFolder(t)
  const signUp = fakeIo({ homeFolder, input: ['kim has a long password'] })
  assert.equal(await run(signUp, ['login', server.address, '--sign-up', '--handle', 'kim', '--password-stdin']), 0)
  await server.close()

  const io = fakeIo()
  assert.equal(await run(io, ['serve', '--demo', '--port', '0', '--data', data, '--log-level', 'silent']), 1)
  const after = await startServer(options, { log: { debug: quiet, info: quiet, warn: quiet, error: quiet } })
  t.after(() => after.close())
  const { accounts } = await after.ports.store.listAccounts({ after: undefined, limit: 10 })
  assert.deepEqual(
    accounts.map(({ user }) => user.handle),
    ['kim'],
  )
})
