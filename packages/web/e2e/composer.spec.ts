import { expect, test } from './fixtures.ts'
import { composer, createRoom, joinRoom, messages, rooms, say, twoPeople } from './people.ts'
import { talkAs } from './talker.ts'
import { alone, options, suggestions } from './writer.ts'

test('WEB-195 people, rooms, emoji and commands are completed by the keyboard alone', async ({ visit }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'cake')
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await say(ben, 'I am here')
  await expect(messages(ana, 'I am here')).toBeVisible()
  await expect(composer(ana)).toBeFocused()

  await ana.keyboard.type('Hello @ok')
  await expect(options(ana)).toHaveText([/Ben Okafor.*@ben\.okafor/])
  const box = composer(ana)
  const active = await options(ana).first().getAttribute('id')
  await expect(box).toHaveAttribute('aria-activedescendant', active ?? '')
  await expect(box).toHaveAttribute('aria-controls', (await suggestions(ana).getAttribute('id')) ?? '')
  await ana.keyboard.press('Tab')
  await expect(box).toHaveValue('Hello @ben.okafor ')
  await expect(box).toBeFocused()
  await expect(suggestions(ana)).toHaveCount(0)

  await ana.keyboard.type('come to #c')
  await expect(options(ana)).toHaveText([/cake/])
  await ana.keyboard.press('Enter')
  await ana.keyboard.type('with :birt')
  await expect(options(ana).first()).toContainText(':birthday')
  await ana.keyboard.press('Enter')
  await expect(box).toHaveValue('Hello @ben.okafor come to #cake with 🎂 ')
  await ana.keyboard.type('and :tada: :) done')
  await ana.keyboard.press('Enter')
  await expect(messages(ana, 'Hello')).toContainText('with 🎂 and 🎉 :) done')
  await expect(messages(ben, 'Hello').locator('.mention--me')).toBeVisible()

  await ana.keyboard.type('/to')
  await expect(options(ana)).toHaveText([/\/topic/])
  await ana.keyboard.press('Tab')
  await ana.keyboard.type('All about tea')
  await ana.keyboard.press('Enter')
  await expect(ben.getByText('All about tea').first()).toBeVisible()
  await expect(box).toHaveValue('')
})

test('WEB-195 the list is walked, closed with Escape without a loss, and chosen from by the mouse', async ({
  visit,
}) => {
  const ana = await alone(visit)
  await ana.keyboard.type('say @')
  await expect(options(ana)).toHaveText([/@all/, /@here/])
  await ana.keyboard.press('ArrowDown')
  await expect(options(ana).nth(1)).toHaveAttribute('aria-selected', 'true')
  await ana.keyboard.press('ArrowDown')
  await expect(options(ana).nth(0)).toHaveAttribute('aria-selected', 'true')
  await ana.keyboard.press('Escape')
  await expect(suggestions(ana)).toHaveCount(0)
  await expect(composer(ana)).toHaveValue('say @')
  await ana.keyboard.type('h')
  await expect(suggestions(ana)).toHaveCount(0)
  await ana.keyboard.type(' @h')
  await options(ana).filter({ hasText: '@here' }).click()
  await expect(composer(ana)).toHaveValue('say @h @here ')
  await expect(composer(ana)).toBeFocused()
  await ana.keyboard.type('`@h')
  await expect(suggestions(ana)).toHaveCount(0)
})

test('WEB-203 somebody who is not in the room can be named, and one is told that they will not hear of it', async ({
  visit,
}) => {
  const { ana } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await expect(composer(ana)).toBeFocused()
  await ana.keyboard.type('@ben')
  await expect(options(ana)).toHaveText([/Ben Okafor.*will not be notified/])
  await ana.keyboard.press('Enter')
  await expect(composer(ana)).toHaveValue('@ben.okafor ')
})

test('WEB-17 in the middle of a word of an IME no key sends, chooses or opens anything', async ({ visit }) => {
  const ana = await alone(visit)
  const cdp = await ana.context().newCDPSession(ana)
  await ana.keyboard.type('Grüße @')
  await expect(suggestions(ana)).toBeVisible()
  await ana.keyboard.press('Escape')
  await ana.keyboard.press('Backspace')
  await cdp.send('Input.imeSetComposition', { text: 'にほn', selectionStart: 3, selectionEnd: 3 })
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', windowsVirtualKeyCode: 13 })
  await expect(composer(ana)).toHaveValue('Grüße にほn')
  await expect(messages(ana)).toHaveCount(0)
  await cdp.send('Input.imeSetComposition', { text: '@a', selectionStart: 2, selectionEnd: 2 })
  await expect(suggestions(ana)).toHaveCount(0)
  await cdp.send('Input.insertText', { text: '日本' })
  await expect(composer(ana)).toHaveValue('Grüße 日本')
  await ana.keyboard.press('Enter')
  await expect(messages(ana, 'Grüße 日本')).toHaveAttribute('data-state', 'sent')
})

test('WEB-204 typing anywhere goes to the composer, and the focus is never lost by sending', async ({ visit }) => {
  const ana = await alone(visit)
  await say(ana, 'one')
  for (const place of [messages(ana, 'one').getByText('one'), ana.getByRole('heading', { name: 'tea', level: 2 })]) {
    await composer(ana).fill('')
    await place.click()
    await expect(composer(ana)).not.toBeFocused()
    await ana.keyboard.press('Delete')
    await ana.keyboard.type('straight in')
    await expect(composer(ana)).toHaveValue('straight in')
  }
  await ana.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(composer(ana)).toBeFocused()
  await expect(messages(ana, 'straight in')).toHaveAttribute('data-state', 'sent')
  // Where arrows lead from a click, letters act again.
  await messages(ana, 'straight in').getByText('straight in').click()
  await ana.keyboard.press('ArrowUp')
  await expect(messages(ana, 'one')).toBeFocused()
  await ana.keyboard.press('r')
  await expect(ana.getByText(/^Replying to Ana Ruiz: one/)).toBeVisible()
  await ana.keyboard.press('Shift+ArrowUp')
  await expect(ana.getByText(/^Replying to Ana Ruiz: straight in/)).toBeVisible()
  await ana.keyboard.press('Escape')
  await ana.keyboard.press('ArrowUp')
  const editor = ana.getByRole('textbox', { name: 'Edit message' })
  await expect(editor).toBeFocused()
  await ana.keyboard.type(' @he')
  await expect(suggestions(ana)).toBeVisible()
  await ana.keyboard.press('Escape')
  await expect(editor).toBeFocused()
  await ana.keyboard.press('Escape')
  await expect(composer(ana)).toBeFocused()
  await expect(messages(ana, 'straight in')).not.toContainText('@he')
})

test('WEB-205 drafts and the caret in them stay with their rooms', async ({ visit }) => {
  const ana = await alone(visit)
  await ana.keyboard.type('half a thought')
  for (let step = 0; step < 7; step++) await ana.keyboard.press('ArrowLeft')
  await createRoom(ana, 'cake')
  await expect(composer(ana)).toHaveValue('')
  await rooms(ana).getByRole('link', { name: 'tea' }).click()
  await expect(composer(ana)).toHaveValue('half a thought')
  await ana.keyboard.type('big ')
  await expect(composer(ana)).toHaveValue('half a big thought')
})

test('WEB-206 an emoji of the picker stands where the caret was', async ({ visit }) => {
  const ana = await alone(visit)
  await ana.keyboard.type('ab')
  await ana.keyboard.press('ArrowLeft')
  await ana.getByRole('button', { name: 'Insert emoji' }).click()
  const picker = ana.getByRole('dialog', { name: 'Emoji' })
  await expect(picker.getByRole('searchbox')).toBeFocused()
  await ana.keyboard.type('tada')
  await expect(picker.getByRole('gridcell', { name: 'party popper' })).toBeVisible()
  await ana.keyboard.press('Enter')
  await expect(composer(ana)).toHaveValue('a🎉b')
  await expect(composer(ana)).toBeFocused()
})

test('WEB-207 typing changes nothing in the timeline, and what comes in nothing in the composer', async ({
  visit,
  place,
}) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  await say(ana, 'one')
  await expect(messages(ana, 'one')).toHaveAttribute('data-state', 'sent')
  await ana.keyboard.type('begun')
  const talker = await talkAs(place.url, 'Ben Okafor')
  const room = talker.natter.rooms.value[0]?.id
  await ana.evaluate(() => {
    const count = (place: string): void => {
      const watched = document.querySelector<HTMLElement>(place)
      if (!watched) throw new Error(`There is no ${place}`)
      watched.dataset['changes'] = '0'
      new MutationObserver((changes) => {
        const meant = changes.filter(({ attributeName }) => attributeName !== 'data-changes')
        if (meant.length > 0) watched.dataset['changes'] = String(Number(watched.dataset['changes']) + meant.length)
      }).observe(watched, { subtree: true, childList: true, attributes: true, characterData: true })
    }
    count('.composer')
    count('.timeline')
  })
  await ana.keyboard.type(' and gone on with, @ben.ok')
  await expect(suggestions(ana)).toBeVisible()
  await ana.keyboard.press('Escape')
  await expect(ana.locator('.timeline')).toHaveAttribute('data-changes', '0')
  const before = await ana.locator('.composer').getAttribute('data-changes')
  expect(Number(before)).toBeGreaterThan(0)
  if (room) await talker.say(room, ['two', 'three', 'four'])
  await expect(messages(ana, 'four')).toBeVisible()
  await expect(ana.locator('.composer')).toHaveAttribute('data-changes', before ?? '')
  expect(Number(await ana.locator('.timeline').getAttribute('data-changes'))).toBeGreaterThan(0)
  await talker[Symbol.asyncDispose]()
})
