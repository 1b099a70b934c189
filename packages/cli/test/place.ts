import type { TestContext } from 'node:test'
import { readOptions, startServer } from '@natter/server'
import type { RunningServer } from '@natter/server'
import { run } from '../src/run.ts'
import { fakeIo } from './fake-io.ts'
import type { FakeIo, FakeIoOptions } from './fake-io.ts'
import { tempFolder } from './temp-folder.ts'

export interface Ran {
  code: number
  out: string
  err: string
}

/** Somebody at a keyboard: with a home of their own, and so a profile. */
export interface Person {
  handle: string
  homeFolder: string
  /** Runs `natter` to its end. */
  natter: (args: string[], options?: FakeIoOptions) => Promise<Ran>
  /** Runs `natter` and goes on while it runs; `done` resolves with what came of it. */
  start: (args: string[], options?: FakeIoOptions) => { io: FakeIo; done: Promise<Ran> }
}

export interface TestPlace {
  url: string
  server: RunningServer
  /** Somebody who has signed up; the first is the owner. */
  person: (handle: string) => Promise<Person>
  /** Somebody who has not. */
  stranger: (handle: string) => Promise<Person>
}

/** A running server in memory, ended with the test. */
export async function openPlace(t: TestContext, env: Record<string, string> = {}): Promise<TestPlace> {
  const settings = {
    NATTER_PORT: '0',
    NATTER_DATABASE_URL: 'memory:',
    NATTER_SIGNUP: 'open',
    NATTER_LIMITS: 'off',
    ...env,
  }
  const options = readOptions(settings, {})
  if (Array.isArray(options)) throw new Error(options.map(({ message }) => message).join('\n'))
  const quiet = (): void => undefined
  const server = await startServer(options, { log: { debug: quiet, info: quiet, warn: quiet, error: quiet } })
  t.after(() => server.close())
  const url = server.address
  const stranger = async (handle: string): Promise<Person> => newPerson(handle, await tempFolder(t))
  return {
    url,
    server,
    stranger,
    person: async (handle) => {
      const person = await stranger(handle)
      const { code, err } = await person.natter(['login', url, '--sign-up', '--handle', handle, '--password-stdin'], {
        input: [passwordOf(handle)],
      })
      if (code !== 0) throw new Error(`${handle} could not sign up: ${err}`)
      return person
    },
  }
}

export function passwordOf(handle: string): string {
  return `${handle} has a long password`
}

function newPerson(handle: string, homeFolder: string): Person {
  const start: Person['start'] = (args, options) => {
    const io = fakeIo({ homeFolder, ...options })
    return { io, done: run(io, args).then((code) => ({ code, ...io.said })) }
  }
  return { handle, homeFolder, start, natter: (args, options) => start(args, options).done }
}

/** The objects of JSON output. */
export function objectsIn(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
