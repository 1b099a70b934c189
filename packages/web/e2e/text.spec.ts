import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { becomeOwner, composer, createRoom, messages, say, twoPeople } from './people.ts'

/** The text of the newest message. */
function newest(page: Page): Locator {
  return messages(page).last().locator('.markup')
}

async function openRoom(visit: () => Promise<Page>): Promise<Page> {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  return ana
}

/** Several lines, which Enter would send one by one. */
async function sayLines(page: Page, text: string): Promise<void> {
  await say(page, text)
  await expect(composer(page)).toHaveValue('')
}

test('WEB-121 a spoiler opens by a click or a key, keeps its place, and cannot be read before', async ({ visit }) => {
  const ana = await openRoom(visit)
  await say(ana, 'He is ||the *butler*||, so: ||https://example.org||')
  const spoilers = newest(ana).getByRole('button', { name: 'Spoiler' })
  await expect(spoilers).toHaveCount(2)
  await expect(newest(ana).getByRole('link')).toHaveCount(0)
  const before = await newest(ana).boundingBox()
  await spoilers.first().click()
  await expect(spoilers).toHaveCount(1)
  await expect(newest(ana).locator('em')).toBeVisible()
  await spoilers.first().focus()
  await ana.keyboard.press('Enter')
  await expect(newest(ana).getByRole('link')).toBeVisible()
  await expect(newest(ana).locator('.spoiler').last()).toBeFocused()
  expect(await newest(ana).boundingBox()).toEqual(before)
})

test('WEB-122 a mention shows the name and leads to the card; everybody is marked', async ({ visit }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await say(ana, 'Ask @Ben.Okafor or @nobody.here, @all')
  const mention = newest(ana).getByRole('button', { name: '@Ben Okafor' })
  await mention.click()
  await expect(ana.getByRole('dialog').getByText('Ben Okafor').first()).toBeVisible()
  await expect(newest(ana)).toHaveText('Ask @Ben Okafor or @nobody.here, @all')
  await expect(newest(ana).locator('.mention')).toHaveText(['@Ben Okafor', '@all'])
  await expect(newest(ana).locator('.mention--me')).toHaveText('@all')
  await ben.close()
})

test('WEB-123 WEB-120 rooms and messages of this place are told by their names and open in the page', async ({
  visit,
}) => {
  const ana = await openRoom(visit)
  await say(ana, 'first')
  const url = ana.url()
  await createRoom(ana, 'green tea')
  await say(ana, `#tea #Green-Tea #nowhere ${url}/1 [here](${url}) https://example.org/r/x`)
  const text = newest(ana)
  await expect(text).toHaveText(/#tea #Green-Tea #nowhere #tea › message here https/)
  await expect(text.getByRole('link', { name: '#nowhere' })).toHaveCount(0)
  await expect(text.getByRole('link', { name: '#Green-Tea' })).toHaveAttribute('href', new URL(ana.url()).pathname)
  await text.getByRole('link', { name: '#tea › message' }).click()
  await expect(messages(ana)).toHaveText(/first/)
  await expect(ana).toHaveURL(`${url}/1`)
  await ana.goBack()
  await text.getByRole('link', { name: 'here' }).click()
  await expect(ana).toHaveURL(url)
  expect(ana.context().pages()).toHaveLength(1)
})

test('WEB-120 a label is followed by where it leads', async ({ visit }) => {
  const ana = await openRoom(visit)
  await say(ana, '[https://bank.example](https://evil.example/x) [mail](mailto:ana@example.org)')
  const [bank, mail] = await newest(ana).getByRole('link').all()
  await expect(bank ?? newest(ana)).toHaveText('https://bank.example(evil.example)')
  await expect(bank ?? newest(ana)).toHaveAttribute('href', 'https://evil.example/x')
  await expect(mail ?? newest(ana)).toHaveText('mail(ana@example.org)')
})

test('WEB-124 emoji by name appear when their data is there', async ({ visit }) => {
  const ana = await openRoom(visit)
  const other = await visit()
  await other.close()
  await say(ana, 'done :tada: and `:tada:` and :no_such_emoji:')
  await expect(newest(ana)).toHaveText('done 🎉 and :tada: and :no_such_emoji:')
})

test('WEB-125 code tells its language and is copied as it is', async ({ visit }) => {
  const ana = await openRoom(visit)
  await sayLines(ana, '```ts\nconst a = `<b>`\n\n  // end\n```')
  await expect(newest(ana).getByText('ts', { exact: true })).toBeVisible()
  await newest(ana).getByRole('button', { name: 'Copy code' }).click()
  await expect(newest(ana).getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await ana.evaluate(() => navigator.clipboard.readText())).toBe('const a = `<b>`\n\n  // end')
})

test('WEB-126 the grammars come when code of a known language is on screen, and nothing moves', async ({ visit }) => {
  const ana = await openRoom(visit)
  const asked: string[] = []
  ana.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await sayLines(ana, '```\nconst a = 1\n```')
  await sayLines(ana, '```klingon\nconst a = 1\n```')
  expect(asked.filter((path) => path.includes('highlight'))).toEqual([])
  const release = Promise.withResolvers<void>()
  await ana.route(/highlight/, async (route) => {
    await release.promise
    await route.continue()
  })
  await sayLines(ana, '```ts\nconst a = "x" // why\n```')
  const code = newest(ana).locator('code')
  await expect(code).toHaveText('const a = "x" // why')
  const place = async (): Promise<unknown> => {
    const { x, y, height } = (await code.boundingBox()) ?? {}
    return { x, y, height }
  }
  const before = await place()
  await expect(newest(ana).locator('.code--keyword')).toHaveCount(0)
  release.resolve()
  await expect(newest(ana).locator('.code--keyword')).toHaveText('const')
  await expect(code).toHaveText('const a = "x" // why')
  expect(await place()).toEqual(before)
})

test('WEB-127 every line has its own direction, and code runs from left to right', async ({ visit }) => {
  const ana = await openRoom(visit)
  await sayLines(ana, 'مرحبا\nhello\n```\nمرحبا\n```')
  const edges = await newest(ana).evaluate((text) => {
    const lineOf = (words: string): DOMRect => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf(words) ?? -1
        if (at === -1) continue
        range.setStart(walker.currentNode, at)
        range.setEnd(walker.currentNode, at + words.length)
        return range.getBoundingClientRect()
      }
      return new DOMRect()
    }
    const paragraph = text.querySelector('p')?.getBoundingClientRect() ?? new DOMRect()
    return {
      rtlAtRight: Math.abs(lineOf('مرحبا').right - paragraph.right) < 1,
      ltrAtLeft: Math.abs(lineOf('hello').left - paragraph.left) < 1,
      code: getComputedStyle(text.querySelector('pre') ?? text).direction,
    }
  })
  expect(edges).toEqual({ rtlAtRight: true, ltrAtLeft: true, code: 'ltr' })
})

test('WEB-118 a table that is too wide is scrolled by itself', async ({ visit }) => {
  const ana = await visit()
  await ana.setViewportSize({ width: 360, height: 640 })
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  const cells = Array.from({ length: 12 }, (_, column) => `column-${column}`)
  await composer(ana).fill(`|${cells.join('|')}|\n|${cells.map(() => '-').join('|')}|\n|${cells.join('|')}|`)
  await ana.getByRole('button', { name: 'Send' }).click()
  const table = newest(ana).getByRole('region', { name: 'Table' })
  expect(await table.evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(true)
  expect(await ana.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})
