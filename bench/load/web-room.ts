import { randomBytes } from 'node:crypto'
import type { Browser, BrowserContext } from '@playwright/test'
import { hashPassword, NONCE_BYTES } from '../../packages/server/src/identity/argon2.ts'
import type { Bench } from '../bench.ts'
import { growRoom } from './grow-rooms.ts'
import type { Rig } from './rig.ts'
import { seedPeople, seedRoom } from './seed.ts'
import type { Seeded } from './seed.ts'
import { signIn } from './sign-in.ts'
import { Talkers } from './talkers.ts'

const TALKERS = 4
const PASSWORD = 'correct horse battery staple'
const VIEWPORT = { width: 1280, height: 800 }

/** A room with a past, somebody who reads it in a browser, and others who talk there. */
export interface WebRoom {
  url: string
  talkers: Talkers
  /** Signed in, without a worker in between: what is measured comes from the server. */
  context: BrowserContext
}

/** Fills the room, starts the server, signs the reader in and marks everything read: a room opens at what is unread. */
export async function openWebRoom(
  bench: Bench,
  rig: Rig,
  { browser, messages }: { browser: Browser; messages: number },
): Promise<WebRoom> {
  const passwordHash = hashPassword(PASSWORD, randomBytes(NONCE_BYTES))
  const { reader, people, room } = await rig.seed(async (store) => {
    const [first, ...others] = await seedPeople(store, TALKERS + 1, { passwordHash })
    if (first === undefined) throw new Error('A room needs somebody.')
    return { reader: first, people: others, room: await seedRoom(store, 'web', [first, ...others]) }
  })
  growRoom(rig.folder, room, messages)
  const { port } = await rig.startNatter()
  await markRead({ port, person: reader, room })
  const origin = `http://127.0.0.1:${port}`
  const context = await browser.newContext({ viewport: VIEWPORT, serviceWorkers: 'block', locale: 'en-GB' })
  await comeIn(context, origin)
  return { url: `${origin}/r/${room}`, talkers: await Talkers.come(bench, rig, { port, room, people }), context }
}

async function markRead({ port, person, room }: { port: number; person: Seeded; room: `rm_${string}` }): Promise<void> {
  const { client, reply } = await signIn({ port, person, rooms: { [room]: null } })
  const part = reply().rooms[room]
  if (part === undefined || 'error' in part) throw new Error('The room was refused at hello.')
  const [seq] = part.upTo
  await new Promise<void>((resolve) => {
    client.onText((frame) => {
      if (frame.toString().startsWith('{"re":2')) resolve()
    })
    client.sendText(JSON.stringify({ id: 2, type: 'read', room, seq }))
  })
  client.close()
}

async function comeIn(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(origin)
  await page.locator('input[name=username]').fill('p0')
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.locator('input[name=password]').press('Enter')
  await page.locator('nav').first().waitFor()
  await page.close()
}
