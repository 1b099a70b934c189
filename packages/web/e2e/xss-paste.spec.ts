import { expect, test } from './fixtures.ts'
import { composer, messages } from './people.ts'
import { CORPUS } from './xss/corpus.ts'
import { giveText } from './xss/give-text.ts'
import { strangersIn } from './xss/hole-watch.ts'
import { roomOf, setStage } from './xss/stage.ts'

test.use({ settings: { NATTER_LIMITS: 'off' } })

const LONG_MS = 240_000

test('WEB-248 nothing that is pasted or dropped into the composer runs, loads or becomes an element', async ({
  visit,
  place,
}) => {
  test.setTimeout(LONG_MS)
  await using scene = await setStage(visit, place.url)
  const { ana, watch } = scene
  const id = await roomOf(scene, 'tea')
  await ana.goto(`/r/${id}`)
  await expect(composer(ana)).toBeVisible()
  // Once by itself: what turns rich text into Markdown is loaded when it is first needed.
  expect(await giveText(ana, 'paste', ['<b>bold</b>'])).toEqual([])
  await expect(composer(ana)).not.toHaveValue('')
  for (const way of ['paste', 'drop'] as const) {
    expect(await giveText(ana, way, CORPUS)).toEqual([])
    expect(await strangersIn(ana)).toEqual([])
  }
  expect(watch.holes()).toEqual([])
})

test('WEB-248 what comes over the real clipboard stays text, too, once it is sent', async ({ visit, place }) => {
  await using scene = await setStage(visit, place.url)
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
})
