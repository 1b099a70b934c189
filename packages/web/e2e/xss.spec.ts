import type { Page } from '@playwright/test'
import { createHttp, createNatter } from '@natter/client'
import type { Natter, NatterHttp } from '@natter/client'
import type { RoomId } from '@natter/protocol'
import { expect, test } from './fixtures.ts'
import { startGallery } from './gallery-server.ts'
import type { GalleryServer } from './gallery-server.ts'
import { composer, messages, PASSWORD, twoPeople } from './people.ts'
import { talkAs } from './talker.ts'
import type { Talker } from './talker.ts'
import { startCarelessPage } from './xss/careless-page.ts'
import { CORPUS, namesOf, someOf } from './xss/corpus.ts'
import { lyingLinksIn, strangersIn, watchHoles } from './xss/hole-watch.ts'
import type { HoleWatch } from './xss/hole-watch.ts'

test.use({ settings: { NATTER_LIMITS: 'off' } })

/** Payloads of one room: as many rows as the timeline surely draws at once. */
const ROOM_PAYLOADS = 40
/** People and rooms that are called something at a time. */
const NAMED = 20
const LONG_MS = 240_000
/** About as many texts as a state shows, so that each state shows others. */
const PLANTED_A_STATE = 45
const SOON = { timeout: 30_000 }

interface Stage {
  ana: Page
  watch: HoleWatch
  owner: Talker
  mallory: Talker
}

/** Ana looks, through a watched page; Ben, of all people, is the one who tries. */
async function stage(visit: () => Promise<Page>, url: string): Promise<Stage> {
  const { ana } = await twoPeople(visit)
  const watch = await watchHoles(ana, url)
  await ana.reload()
  return { ana, watch, owner: await talkAs(url, 'Ana Ruiz'), mallory: await talkAs(url, 'Ben Okafor') }
}

async function leave({ owner, mallory }: Stage): Promise<void> {
  await owner[Symbol.asyncDispose]()
  await mallory[Symbol.asyncDispose]()
}

async function roomOf({ owner, mallory }: Stage, name: string): Promise<RoomId> {
  const { id } = await owner.natter.createRoom({ kind: 'public', name })
  await mallory.natter.joinRoom(id)
  return id
}

test('WEB-247 no message becomes anything but text: as it was sent, quoted, and edited', async ({ visit, place }) => {
  test.setTimeout(LONG_MS)
  expect(CORPUS.length).toBeGreaterThan(300)
  const scene = await stage(visit, place.url)
  const { ana, mallory } = scene
  for (let from = 0; from < CORPUS.length; from += ROOM_PAYLOADS) {
    const payloads = CORPUS.slice(from, from + ROOM_PAYLOADS)
    const id = await roomOf(scene, `part ${from}`)
    await ana.goto(`/r/${id}`)
    await expect(composer(ana)).toBeVisible(SOON)
    const room = mallory.room(id)
    const sent = await Promise.all(payloads.map((text) => room.send(text).sent))
    const seqs = sent.map(({ seq }) => seq)
    await expect(row(ana, seqs.at(-1) ?? 0)).toBeAttached(SOON)
    expect(await strangersIn(ana)).toEqual([])
    expect(await lyingLinksIn(ana)).toEqual([])
    expect(await wordsMissing(ana, seqs, payloads)).toEqual([])

    const answers = await Promise.all(seqs.map((seq) => room.send('answer', { replyTo: seq }).sent))
    await Promise.all(answers.map(({ seq }, index) => room.edit(seq, payloads[index] ?? '')))
    await expect(row(ana, answers.at(-1)?.seq ?? 0)).toContainText('(edited)', SOON)
    expect(await strangersIn(ana)).toEqual([])
  }
  expect(scene.watch.holes()).toEqual([])
  await leave(scene)
})

test('WEB-247 no name of a person or a room and no topic becomes anything but text', async ({ visit, place }) => {
  test.setTimeout(LONG_MS)
  const scene = await stage(visit, place.url)
  const { ana, owner } = scene
  const invite = await owner.natter.http.createInvite({ uses: NAMED })
  const rooms: RoomId[] = []
  const people: NatterHttp[] = []
  for (let index = 0; index < NAMED; index++) {
    const natter = await newcomer(place.url, invite.code, index)
    const { id } = await natter.createRoom({ kind: 'public', name: `room ${index}` })
    await owner.natter.joinRoom(id)
    if (rooms[0] !== undefined) await natter.joinRoom(rooms[0])
    await natter.room(rooms[0] ?? id).send('hello').sent
    rooms.push(id)
    people.push(natter.http)
    await natter.close()
  }
  const names = namesOf(CORPUS).map((name) => name.normalize('NFC'))
  for (let from = 0; from < names.length; from += NAMED) {
    const now = names.slice(from, from + NAMED)
    await Promise.all(now.map((name, index) => people[index]?.updateMe({ name })))
    await Promise.all(now.map((name, index) => owner.room(rooms[index] ?? id0(rooms)).update({ name, topic: name })))
    await ana.goto(`/r/${id0(rooms)}/members`)
    await expect(ana.locator('.room-header__topic')).toHaveText(exactly(now[0] ?? ''), SOON)
    for (const name of now) {
      await expect(ana.locator('.message__author').getByText(exactly(name)).first(), name).toBeAttached(SOON)
      await expect(ana.getByRole('navigation').getByText(exactly(name)).first(), name).toBeAttached(SOON)
    }
    expect(await strangersIn(ana)).toEqual([])
  }
  expect(scene.watch.holes()).toEqual([])
  await leave(scene)
})

test('WEB-247 no announcement becomes anything but text', async ({ visit, place }) => {
  test.setTimeout(LONG_MS)
  const scene = await stage(visit, place.url)
  for (const text of someOf(CORPUS, 6)) {
    await scene.owner.admin.announce(text, 60_000)
    expect(await strangersIn(scene.ana), text).toEqual([])
  }
  await expect(scene.ana.locator('.announcements__one').last()).toBeVisible()
  expect(await strangersIn(scene.ana)).toEqual([])
  expect(scene.watch.holes()).toEqual([])
  await leave(scene)
})

test('WEB-248 nothing that is pasted or dropped into the composer runs, loads or becomes an element', async ({
  visit,
  place,
}) => {
  test.setTimeout(LONG_MS)
  const scene = await stage(visit, place.url)
  const { ana, watch } = scene
  const id = await roomOf(scene, 'tea')
  await ana.goto(`/r/${id}`)
  await expect(composer(ana)).toBeVisible()
  // Once by itself: what turns rich text into Markdown is loaded when it is first needed.
  expect(await give(ana, 'paste', ['<b>bold</b>'])).toEqual([])
  await expect(composer(ana)).not.toHaveValue('')
  for (const way of ['paste', 'drop'] as const) {
    expect(await give(ana, way, CORPUS)).toEqual([])
    expect(await strangersIn(ana)).toEqual([])
  }
  expect(watch.holes()).toEqual([])
  await leave(scene)
})

test('WEB-248 what comes over the real clipboard stays text, too, once it is sent', async ({ visit, place }) => {
  const scene = await stage(visit, place.url)
  const { ana, watch } = scene
  const id = await roomOf(scene, 'tea')
  await ana.goto(`/r/${id}`)
  const html = `<b>bold</b><img src=x onerror=canary(1)><a href="javascript:canary(1)">x</a><script>canary(1)</script>`
  await ana.evaluate(async (markup) => {
    const parts = {
      'text/html': new Blob([markup], { type: 'text/html' }),
      'text/plain': new Blob(['bold x'], { type: 'text/plain' }),
    }
    await navigator.clipboard.write([new ClipboardItem(parts)])
  }, html)
  await composer(ana).focus()
  await ana.keyboard.press('Control+v')
  await expect(composer(ana)).not.toHaveValue('')
  await ana.keyboard.press('Enter')
  await expect(messages(ana, 'bold')).toHaveAttribute('data-state', 'sent')
  expect(await strangersIn(ana)).toEqual([])
  expect(watch.holes()).toEqual([])
  await leave(scene)
})

test.describe('in the gallery', () => {
  let gallery: GalleryServer
  test.beforeAll(async () => {
    gallery = await startGallery()
  })
  test.afterAll(async () => {
    await gallery.stop()
  })

  test('WEB-249 no state of the page makes anything of names and texts but text', async ({ page }) => {
    test.setTimeout(LONG_MS)
    const watch = await watchHoles(page, gallery.url)
    await page.addInitScript((texts) => Object.assign(window, { plantedTexts: texts }), [...CORPUS])
    await page.goto(gallery.url)
    const states = await page.getByRole('link').allTextContents()
    for (const [index, state] of states.entries()) {
      await page.goto(`${gallery.url}?state=${state}&from=${index * PLANTED_A_STATE}`)
      await expect(page.locator('#app > *').first(), state).toBeAttached()
      expect(await strangersIn(page), state).toEqual([])
      expect(watch.holes(), state).toEqual([])
    }
    await page.goto(`${gallery.url}?state=room`)
    await expect(page.getByText(exactly(CORPUS[0] ?? '')).first()).toBeAttached()
  })
})

test('WEB-247 the watch sees every kind of hole: in a page without a policy that draws texts as HTML', async ({
  page,
}) => {
  await using careless = await startCarelessPage()
  const watch = await watchHoles(page, careless.url)
  await page.goto(careless.url)
  expect(watch.holes()).toEqual([])
  expect(await strangersIn(page)).toEqual([])
  const seen: string[] = []
  for (const text of CORPUS) {
    // Some of them lead the page away, which is what they are for.
    if (page.url() !== careless.url) await page.goto(careless.url)
    await page.evaluate((html) => void (document.body.innerHTML = html), text).catch(() => {})
    if ((await strangersIn(page).catch(() => ['gone'])).length > 0) seen.push(text)
  }
  expect(seen.length, 'most elements stand out by themselves').toBeGreaterThan(100)
  const holes = watch.holes()
  expect(holes).toContain('a script ran')
  expect(holes.some((each) => each.startsWith('request: https://evil.example/'))).toBe(true)
})

function id0([first]: readonly RoomId[]): RoomId {
  if (first === undefined) throw new Error('There is no room.')
  return first
}

/** A new account, connected. */
async function newcomer(url: string, invite: string, index: number): Promise<Natter> {
  const handle = `newcomer${index}`
  const { accessToken } = await createHttp({ url }).signUp({ handle, name: handle, password: PASSWORD, invite })
  const natter = createNatter({ url, token: async () => accessToken })
  await natter.ready
  return natter
}

function row(page: Page, seq: number) {
  return page.locator(`.message[data-seq="${seq}"]`)
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replaceAll(/\s+/g, ' ').split(' ').map(RegExp.escape).join('\\s+')}\\s*$`)
}

/** Words of what was typed that are neither shown nor the address of a link: whatever markup does, it swallows nothing. */
function wordsMissing(page: Page, seqs: number[], payloads: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ([all, typed]) =>
      typed.flatMap((text, index) => {
        const row = document.querySelector(`.message[data-seq="${all[index] ?? 0}"] .markup`)
        const links = [...(row?.querySelectorAll('a') ?? [])].map((link) => decodeURIComponent(link.href))
        const shown = [row?.textContent ?? '', ...links].join(' ').toLowerCase()
        // What stands behind a fence names its language; a shortcode becomes its emoji.
        const words = text.replaceAll(/```\S*|:[a-z0-9_+-]+:/g, ' ').match(/[a-z]{3,}/gi) ?? []
        const missing = words.filter((word) => !shown.includes(word.toLowerCase()))
        return missing.length === 0 ? [] : [`${text} lacks ${missing.join(' ')}, shows ${shown}`]
      }),
    [seqs, [...payloads]] as const,
  )
}

/** Pastes or drops each as HTML, as other programs do. Answers those that made an element. */
async function give(page: Page, way: 'paste' | 'drop', payloads: readonly string[]): Promise<string[]> {
  return composer(page).evaluate(
    async (box, [how, all]) => {
      const elements = (): number => document.querySelectorAll('img, iframe, object, embed, script').length
      const known = elements()
      const guilty: string[] = []
      for (const html of all) {
        const data = new DataTransfer()
        data.setData('text/html', `<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`)
        data.setData('text/plain', html)
        data.setData('text/uri-list', 'javascript:canary(1)')
        const common = { bubbles: true, cancelable: true }
        if (how === 'paste') box.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }))
        else box.dispatchEvent(new DragEvent('drop', { ...common, dataTransfer: data }))
        // What is drawn, is drawn in microtasks; what it loads or throws comes after them.
        await new Promise((resolve) => setTimeout(resolve))
        if (elements() > known || box.childElementCount > 0) guilty.push(html)
        if (box instanceof HTMLTextAreaElement) box.value = ''
        box.dispatchEvent(new Event('input', { bubbles: true }))
      }
      return guilty
    },
    [way, [...payloads]] as const,
  )
}
