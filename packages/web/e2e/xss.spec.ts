import type { NatterHttp } from '@natter/client'
import type { RoomId } from '@natter/protocol'
import { expect, test } from './fixtures.ts'
import { composer } from './people.ts'
import { CORPUS, namesOf, someOf } from './xss/corpus.ts'
import { lyingLinksIn, strangersIn } from './xss/hole-watch.ts'
import { exactly, namesMissing, row, wordsMissing } from './xss/shown-text.ts'
import { newcomer, roomOf, setStage } from './xss/stage.ts'

test.use({ settings: { NATTER_LIMITS: 'off' } })

/** Payloads of one room: as many rows as the timeline surely draws at once. */
const ROOM_PAYLOADS = 40
/** People and rooms that are called something at a time. */
const NAMED = 20
/** Announcements that stand at once, but for the last that says that all are there. */
const ANNOUNCED = 19
const LONG_MS = 240_000
const SOON = { timeout: 30_000 }

test('WEB-247 no message becomes anything but text: as it was sent, quoted, and edited', async ({ visit, place }) => {
  test.setTimeout(LONG_MS)
  expect(CORPUS.length).toBeGreaterThan(300)
  await using scene = await setStage(visit, place.url)
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
    await expect.poll(() => wordsMissing(ana, seqs, payloads), SOON).toEqual([])

    const answers = await Promise.all(seqs.map((seq) => room.send('answer', { replyTo: seq }).sent))
    await Promise.all(answers.map(({ seq }, index) => room.edit(seq, payloads[index] ?? '')))
    await ana.goto(`/r/${id}/${answers.at(-1)?.seq ?? 0}`)
    await expect(row(ana, answers.at(-1)?.seq ?? 0)).toContainText('(edited)', SOON)
    expect(await strangersIn(ana)).toEqual([])
  }
  expect(scene.watch.holes()).toEqual([])
})

test('WEB-247 no name of a person or a room and no topic becomes anything but text', async ({ visit, place }) => {
  test.setTimeout(LONG_MS)
  await using scene = await setStage(visit, place.url)
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
    await Promise.all(people.slice(0, now.length).map((http, index) => http.updateMe({ name: now[index] ?? '' })))
    await Promise.all(now.map((name, index) => owner.room(rooms[index] ?? id0(rooms)).update({ name, topic: name })))
    if (from === 0) await ana.goto(`/r/${id0(rooms)}/members`)
    await expect(ana.locator('.room-header__topic')).toHaveText(exactly(now[0] ?? ''), SOON)
    await expect.poll(() => namesMissing(ana, '.message__author', now), SOON).toEqual([])
    await expect.poll(() => namesMissing(ana, '.sidebar', now), SOON).toEqual([])
    expect(await strangersIn(ana)).toEqual([])
  }
  expect(scene.watch.holes()).toEqual([])
})

test('WEB-247 no announcement becomes anything but text', async ({ visit, place }) => {
  test.setTimeout(LONG_MS)
  await using scene = await setStage(visit, place.url)
  const texts = someOf(CORPUS, 6)
  for (let from = 0; from < texts.length; from += ANNOUNCED) {
    const now = texts.slice(from, from + ANNOUNCED)
    await Promise.all(now.map((text) => scene.owner.admin.announce(text, 60_000)))
    await scene.owner.admin.announce(`from ${from} on`, 60_000)
    await expect(scene.ana.locator('.announcements__one', { hasText: `from ${from} on` })).toBeVisible(SOON)
    await expect(scene.ana.locator('.announcements__one')).toHaveCount(ANNOUNCED + 1, SOON)
    expect(await strangersIn(scene.ana)).toEqual([])
    expect(await lyingLinksIn(scene.ana)).toEqual([])
  }
  expect(scene.watch.holes()).toEqual([])
})

function id0([first]: readonly RoomId[]): RoomId {
  if (first === undefined) throw new Error('There is no room.')
  return first
}
