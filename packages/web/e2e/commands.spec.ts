import { createHttp, createNatter } from '@natter/client'
import type { RoomId } from '@natter/protocol'
import { expect, test } from './fixtures.ts'
import { composer, createRoom, messages, PASSWORD, rooms, say, twoPeople } from './people.ts'
import { talkAs } from './talker.ts'
import { alone } from './writer.ts'

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
  test.use({ isMortal: true, mayComplain: /WebSocket connection|ERR_CONNECTION_REFUSED|Failed to load resource/ })

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
