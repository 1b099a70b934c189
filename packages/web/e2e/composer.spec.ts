import type { Page } from '@playwright/test'
import { createHttp, createNatter } from '@natter/client'
import type { RoomId } from '@natter/protocol'
import { expect, test } from './fixtures.ts'
import { pasteRich } from './clipboard.ts'
import { becomeOwner, composer, createRoom, joinRoom, messages, PASSWORD, rooms, say, twoPeople } from './people.ts'
import { talkAs } from './talker.ts'

const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' })
const options = (page: Page) => suggestions(page).getByRole('option')

async function alone(visit: () => Promise<Page>): Promise<Page> {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  await expect(composer(ana)).toBeFocused()
  return ana
}

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

test('WEB-202 commands: refused ones keep their text and say why, // is a slash, /help lists them, /me and /shrug speak', async ({
  visit,
}) => {
  const ana = await alone(visit)
  const box = composer(ana)
  const send = async (text: string): Promise<void> => {
    await box.fill(text)
    await box.press('Enter')
  }
  await send('/dance now')
  await expect(ana.getByRole('alert').filter({ hasText: 'There is no command /dance' })).toBeVisible()
  await expect(box).toHaveValue('/dance now')
  await expect(box).toBeFocused()
  await box.press('Escape')
  await expect(ana.getByText('There is no command /dance')).toHaveCount(0)
  await send('/invite @nobody')
  await expect(ana.getByText('There is nobody called @nobody.')).toBeVisible()
  await expect(box).toHaveValue('/invite @nobody')

  await send('//help me')
  await expect(messages(ana).last()).toContainText('/help me')
  await send('/me waves')
  await expect(messages(ana).last().locator('em')).toHaveText('waves')
  await send('/shrug well')
  await expect(messages(ana).last()).toContainText('well ¯\\ˍ(ツ)ˍ/¯')
  await send('/rename coffee')
  await expect(ana.getByRole('heading', { name: 'coffee', level: 2 })).toBeVisible()
  await send('/help')
  await expect(ana.getByRole('dialog', { name: 'Commands' })).toContainText('/favourite')
  await ana.keyboard.press('Escape')
  await expect(box).toHaveValue('')
  await send('/leave')
  await expect(ana.getByRole('dialog')).toContainText('coffee')
})

test('WEB-202 /msg and /dm reach people, /join a room', async ({ visit }) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await createRoom(ben, 'cake')
  await say(ana, '/msg @ben.okafor Psst')
  await expect(ana.getByText('Sent to Ben Okafor.')).toBeVisible()
  await expect(rooms(ben).getByRole('link').filter({ hasText: 'Ana Ruiz' })).toBeVisible()
  await say(ana, '/join #cake')
  await expect(ana.getByRole('heading', { name: 'cake', level: 2 })).toBeVisible()
  await say(ana, '/dm @ben.okafor')
  await expect(composer(ana)).toHaveAccessibleName('Message Ben Okafor')
  await expect(messages(ana, 'Psst')).toBeVisible()
})

test('WEB-190 keys and the row of buttons format the selection, and undo takes it back', async ({ visit }) => {
  const ana = await alone(visit)
  const box = composer(ana)
  await ana.keyboard.type('make it so')
  await ana.keyboard.press('Shift+Home')
  await ana.keyboard.press('Control+b')
  await expect(box).toHaveValue('**make it so**')
  await ana.keyboard.press('Control+z')
  await expect(box).toHaveValue('make it so')
  await ana.keyboard.press('Control+a')
  await ana.keyboard.press('Control+i')
  await ana.keyboard.press('Control+Shift+X')
  await expect(box).toHaveValue('*~~make it so~~*')
  await ana.keyboard.press('Control+a')
  await ana.keyboard.type('line')
  await ana.getByRole('button', { name: 'Formatting' }).click()
  const row = ana.getByRole('toolbar', { name: 'Formatting' })
  await expect(box).toBeFocused()
  await row.getByRole('button', { name: 'List', exact: true }).click()
  await expect(box).toHaveValue('- line')
  await expect(box).toBeFocused()
  await row.getByRole('button', { name: /^Bold/ }).focus()
  await ana.keyboard.press('ArrowRight')
  await expect(row.getByRole('button', { name: /^Italic/ })).toBeFocused()
})

test('WEB-187 Enter goes on with a list and a fence, and the empty item and the closed fence end that', async ({
  visit,
}) => {
  const ana = await alone(visit)
  const box = composer(ana)
  await ana.keyboard.type('- one\ntwo\n')
  await expect(box).toHaveValue('- one\n- two\n- ')
  await ana.keyboard.press('Enter')
  await expect(box).toHaveValue('- one\n- two\n')
  await ana.keyboard.type('```\ncode')
  await ana.keyboard.press('Enter')
  await ana.keyboard.type('```')
  await expect(box).toHaveValue('- one\n- two\n```\ncode\n```')
  await ana.keyboard.press('Enter')
  await expect(messages(ana)).toHaveAttribute('data-state', 'sent')
  await expect(messages(ana).locator('li')).toHaveText(['one', 'two'])
  await expect(messages(ana).locator('pre')).toContainText('code')
  await ana.keyboard.type('- sent at once')
  await ana.keyboard.press('Control+Enter')
  await expect(messages(ana)).toHaveCount(2)
})

test('WEB-186 where Enter was chosen not to send it makes a line, over a reload as well', async ({ visit }) => {
  const ana = await alone(visit)
  await ana.evaluate(() => localStorage.setItem('natter:send-key', 'mod+enter'))
  await ana.reload()
  await expect(composer(ana)).toBeFocused()
  await ana.keyboard.type('one\ntwo')
  await expect(composer(ana)).toHaveValue('one\ntwo')
  await expect(messages(ana)).toHaveCount(0)
  await ana.keyboard.press('Control+Enter')
  await expect(messages(ana, 'one')).toHaveAttribute('data-state', 'sent')
  await expect(composer(ana)).toBeFocused()
})

test('WEB-199 rich text is pasted as marks, plain where one asks for it, an address onto a selection as a link', async ({
  visit,
}) => {
  const ana = await alone(visit)
  const box = composer(ana)
  const html = '<h1>Plan</h1><ul><li>buy <b>tea</b></li><li><a href="https://a.example/x">read</a></li></ul>'
  await pasteRich(ana, html, 'Plan\nbuy tea\nread')
  await expect(box).toHaveValue('**Plan**\n\n- buy **tea**\n- [read](https://a.example/x)')
  await ana.keyboard.press('Control+z')
  await expect(box).toHaveValue('')
  await ana.keyboard.press('Control+Shift+V')
  await expect(box).toHaveValue('Plan\nbuy tea\nread')
  await box.fill('see this')
  await box.press('Control+a')
  await ana.evaluate(() => navigator.clipboard.writeText('https://a.example/y'))
  await ana.keyboard.press('Control+v')
  await expect(box).toHaveValue('[see this](https://a.example/y)')
})

test('WEB-192 many lines are offered as a block of code', async ({ visit }) => {
  const ana = await alone(visit)
  const lines = Array.from({ length: 42 }, (_, line) => `line ${line}`).join('\n')
  await ana.evaluate((text) => navigator.clipboard.writeText(text), lines)
  await ana.keyboard.press('Control+v')
  await expect(ana.getByText('You pasted 42 lines.')).toBeVisible()
  await ana.getByRole('button', { name: 'Make it a code block' }).click()
  await expect(composer(ana)).toHaveValue(`\`\`\`\n${lines}\n\`\`\``)
  await expect(ana.getByText('You pasted 42 lines.')).toHaveCount(0)
  await ana.keyboard.press('Control+z')
  await expect(composer(ana)).toHaveValue(lines)
})

test('WEB-188 a text that is too long is kept whole, counted, and not sent', async ({ visit }) => {
  const ana = await alone(visit)
  await composer(ana).fill('x'.repeat(8_010))
  await expect(ana.getByText('10 too many')).toBeVisible()
  await composer(ana).press('Enter')
  await expect(ana.getByRole('alert').filter({ hasText: '10 characters too long' })).toBeVisible()
  await expect(composer(ana)).toHaveValue('x'.repeat(8_010))
  await expect(messages(ana)).toHaveCount(0)
})

test('WEB-204 typing anywhere goes to the composer, and the focus is never lost by sending', async ({ visit }) => {
  const ana = await alone(visit)
  await say(ana, 'one')
  await ana.getByRole('heading', { name: 'tea', level: 2 }).click()
  await expect(composer(ana)).not.toBeFocused()
  await ana.keyboard.type('straight in')
  await expect(composer(ana)).toHaveValue('straight in')
  await ana.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(composer(ana)).toBeFocused()
  await expect(messages(ana, 'straight in')).toBeVisible()
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
  await expect(ana.getByRole('dialog', { name: 'Emoji' })).toBeVisible()
  await ana.keyboard.type('tada')
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

test.describe('without limits', () => {
  test.use({ settings: { NATTER_LIMITS: 'off' } })

  test('WEB-189 a message to everybody in a large room waits for a yes', async ({ visit, place }) => {
    const { ana } = await twoPeople(visit)
    const owner = await talkAs(place.url, 'Ana Ruiz')
    const { id } = await owner.natter.createRoom({ kind: 'public', name: 'hall' })
    const invite = await owner.natter.http.createInvite({ uses: 20 })
    await Promise.all(Array.from({ length: 20 }, (_, index) => joinAs(place.url, invite.code, `guest-${index}`, id)))
    await ana.goto(`/r/${id}`)
    await expect(ana.getByRole('button', { name: '21 members' })).toBeVisible()
    await expect(composer(ana)).toBeFocused()
    await ana.keyboard.type('Dinner, @all!\n')
    const question = ana.getByRole('dialog', { name: 'Notify 21 people?' })
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(messages(ana)).toHaveCount(0)
    await expect(composer(ana)).toHaveValue('Dinner, @all!')
    await expect(composer(ana)).toBeFocused()
    await ana.keyboard.press('Enter')
    await question.getByRole('button', { name: 'Send and notify' }).click()
    await expect(messages(ana, 'Dinner')).toHaveAttribute('data-state', 'sent')
    await expect(composer(ana)).toBeFocused()
    await expect(composer(ana)).toHaveValue('')
    await owner[Symbol.asyncDispose]()
  })
})

test.describe('without a server', () => {
  test.use({ mayComplain: /WebSocket connection|ERR_CONNECTION_REFUSED|Failed to load resource/ })

  test('WEB-208 without a connection one goes on writing, and is told that it goes out later', async ({
    visit,
    place,
  }) => {
    const ana = await alone(visit)
    await place.kill()
    await expect(composer(ana)).toHaveAttribute('placeholder', 'Will be sent when back online')
    await ana.keyboard.type('/topic Tea\n')
    await expect(ana.getByRole('alert').filter({ hasText: /connection/ })).toBeVisible()
    await expect(composer(ana)).toHaveValue('/topic Tea')
    await say(ana, 'later')
    await expect(messages(ana, 'later')).toHaveAttribute('data-state', 'pending')
    await place.start()
    await expect(messages(ana, 'later')).toHaveAttribute('data-state', 'sent', { timeout: 40_000 })
  })
})

/** Somebody new who joins a room at once. */
async function joinAs(url: string, invite: string, handle: string, room: RoomId): Promise<void> {
  const account = { handle, name: handle, password: PASSWORD, invite }
  const { accessToken } = await createHttp({ url }).signUp(account)
  const natter = createNatter({ url, token: () => Promise.resolve(accessToken) })
  await natter.joinRoom(room)
  await natter.close()
}
