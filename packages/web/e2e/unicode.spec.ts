import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { messages } from './people.ts'
import { lyingLinksIn } from './xss/hole-watch.ts'
import { roomOf, setStage } from './xss/stage.ts'
import type { Stage } from './xss/stage.ts'

test.use({ settings: { NATTER_LIMITS: 'off' } })

const SOON = { timeout: 30_000 }
const MARKS = 1_000

test('WEB-250 a thousand marks on one letter leave the messages around them as they are', async ({ visit, place }) => {
  await using scene = await setStage(visit, place.url)
  const say = await inRoom(scene)
  await say('above')
  await say('in between')
  const above = messages(scene.ana, 'above').locator('.markup')
  await expect(messages(scene.ana, 'in between')).toBeVisible(SOON)
  const before = await above.screenshot()
  const edited = await say(`a${'\u0301'.repeat(MARKS)} marked`)
  await expect(messages(scene.ana, 'marked')).toBeVisible(SOON)
  await scene.mallory.room(edited.room).edit(edited.seq - 1, `e${'\u0301\u0316'.repeat(MARKS / 2)} towering`)
  await expect(messages(scene.ana, 'towering')).toBeVisible(SOON)
  expect((await above.screenshot()).equals(before)).toBe(true)
  expect(await scene.ana.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

const SPOOFS = [
  'https://\u0430pple.com/',
  'https://xn--pple-43d.com/',
  '[https://bank.example/](https://evil.example/)',
  '[bank.example](https://evil.example/)',
  'https://example.org/\u202egpj.exe',
  'https://example.org\u2215evil.example/',
  'https://exam\u200bple.org/',
  'https://bank.example@evil.example/',
  '[\u202egpj.elpmaxe\u202c](https://evil.example/)',
  '[\u202enever closed](https://evil.example/)',
]

test('WEB-251 every link shows the host that it leads to, in letters that nobody can mistake', async ({
  visit,
  place,
}) => {
  await using scene = await setStage(visit, place.url)
  const say = await inRoom(scene)
  for (const text of SPOOFS) await say(text)
  await expect(messages(scene.ana)).toHaveCount(SPOOFS.length, SOON)
  expect(await lyingLinksIn(scene.ana)).toEqual([])
  const links = await messages(scene.ana)
    .locator('.markup a')
    .evaluateAll((all) =>
      all.map((link) => ({ host: new URL((link as HTMLAnchorElement).href).host, shown: link.textContent })),
    )
  expect(links.length, 'some of them are links, or this shows nothing').toBeGreaterThan(3)
  expect(links.filter(({ host, shown }) => !shown.includes(host))).toEqual([])
  // Also where the label would turn what comes after it.
  for (const host of await messages(scene.ana).locator('.markup__host').all())
    expect(await runsForward(host)).toBe(true)
})

test('WEB-252 text that turns the direction turns nothing around it', async ({ visit, place }) => {
  await using scene = await setStage(visit, place.url)
  const { ana, owner, mallory } = scene
  await expect(owner.natter.createRoom({ kind: 'public', name: 'exe.\u202egpj' })).rejects.toMatchObject({
    code: 'bad_request',
  })
  await mallory.natter.http.updateMe({ name: 'مدير النظام' })
  const say = await inRoom(scene)
  const { seq, room } = await say('first')
  await mallory.room(room).edit(seq, '\u202ereversed \u2067and isolated, neither closed')
  const row = messages(ana, 'isolated')
  await expect(row.locator('.edited')).toBeVisible(SOON)
  expect(await runsForward(row.locator('.edited'))).toBe(true)
  const author = await row.locator('.message__author').boundingBox()
  const time = row.locator('.message__head time')
  expect((await time.boundingBox())?.x).toBeGreaterThan(author?.x ?? Infinity)
  expect(await runsForward(time)).toBe(true)
  await row.locator('.edited').evaluate((mark) => mark.setAttribute('dir', 'rtl'))
  await row.locator('.edited').evaluate((mark) => (mark.textContent = '\u202edetide'))
  expect(await runsForward(row.locator('.edited')), 'the measure sees what is turned').toBe(false)
})

/** Ana looks at a new room; the result says something there as the other. */
async function inRoom(scene: Stage) {
  const room = await roomOf(scene, 'tea')
  await scene.ana.goto(`/r/${room}`)
  return async (text: string) => ({ room, ...(await scene.mallory.room(room).send(text).sent) })
}

/** Whether its first letter stands left of its last one. */
function runsForward(text: Locator): Promise<boolean> {
  return text.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const letters: { node: Node; at: number }[] = []
    while (walker.nextNode() !== null) {
      const node = walker.currentNode
      for (let at = 0; at < (node.textContent ?? '').length; at++) letters.push({ node, at })
    }
    const visible = letters.filter(({ node, at }) => /[\p{L}\p{N}]/u.test(node.textContent?.[at] ?? ''))
    const leftOf = (letter: { node: Node; at: number } | undefined): number => {
      if (letter === undefined) throw new Error('There are no letters.')
      const range = document.createRange()
      range.setStart(letter.node, letter.at)
      range.setEnd(letter.node, letter.at + 1)
      return range.getBoundingClientRect().left
    }
    return leftOf(visible[0]) < leftOf(visible.at(-1))
  })
}
