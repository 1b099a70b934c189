import { expect, test } from './fixtures.ts'
import { composer, createRoom, messages, openAppearance, rooms, say, twoPeople } from './people.ts'
import { talkAs } from './talker.ts'

test('WEB-37 an announcement reaches everybody at once and can be dismissed', async ({ visit, place }) => {
  const { ana, ben } = await twoPeople(visit)
  await using owner = await talkAs(place.url, 'Ana Ruiz')
  await owner.admin.announce('Tea at five, <b>everybody</b>.')
  for (const page of [ana, ben]) await expect(page.getByText('Tea at five, <b>everybody</b>.')).toBeVisible()
  await ben.getByRole('button', { name: 'Dismiss announcement' }).click()
  await expect(ben.getByText('Tea at five')).toHaveCount(0)
  await expect(ana.getByText('Tea at five')).toBeVisible()
  await owner.admin.announce('And cake.')
  await expect(ben.getByText('And cake.')).toBeVisible()
  await ben.reload()
  await expect(ben.getByText('And cake.')).toBeVisible()
  await expect(ben.getByText('Tea at five')).toHaveCount(0)
})

test('WEB-3 WEB-38 WEB-300 the address of a public room offers to join, also to those put out of it; that of a private one says nothing of it', async ({
  visit,
  place,
}) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await say(ana, 'welcome')
  await expect(messages(ana, 'welcome')).toHaveAttribute('data-state', 'sent')
  await ben.goto(new URL(ana.url()).pathname)
  await expect(composer(ben)).toHaveCount(0)
  await ben.getByRole('button', { name: 'Join' }).click()
  await expect(messages(ben, 'welcome')).toBeVisible()
  await expect(composer(ben)).toBeVisible()

  await using owner = await talkAs(place.url, 'Ana Ruiz')
  const [tea] = owner.natter.rooms.value
  const [removed] = (await owner.natter.http.findUsers('ben')).users
  if (tea === undefined || removed === undefined) throw new Error('Ben must be in the room for this to mean anything.')
  await owner.natter.room(tea.id).remove(removed.id)
  await expect(ben.getByText(/^You are not in .*tea/)).toBeVisible()
  await expect(composer(ben)).toHaveCount(0)
  await expect(messages(ben)).toHaveCount(0)

  // The room is closed to new people while he has it before him.
  await rooms(ben).getByRole('button', { name: 'Browse rooms' }).click()
  const browse = ben.getByRole('dialog')
  await expect(browse.getByText('tea', { exact: true })).toBeVisible()
  await owner.natter.room(tea.id).update({ archived: true })
  await browse.getByRole('button', { name: 'Join' }).click()
  await expect(browse.getByText('This room is archived and takes no new members.')).toBeVisible()
  await owner.natter.room(tea.id).update({ archived: false })
  await browse.getByRole('button', { name: 'Join' }).click()
  await expect(messages(ben, 'welcome')).toBeVisible()
  await expect(composer(ben)).toBeVisible()

  await rooms(ana).getByRole('button', { name: 'New room' }).click()
  await ana.getByLabel('Name', { exact: true }).fill('secret')
  await ana.getByLabel(/Private/).check()
  await ana.getByRole('button', { name: 'Create room' }).click()
  await expect(ana.getByRole('heading', { name: 'secret', level: 2 })).toBeVisible()
  await ben.goto(new URL(ana.url()).pathname)
  const refused = ben.getByText('There is no such room, or you may not see it.')
  await expect(refused).toBeVisible()
  await ben.goto('/r/rm_neverThere')
  await expect(refused).toBeVisible()
  await ben.goto('/not/here')
  await expect(ben.getByText('There is nothing at this address.')).toBeVisible()
})

test('WEB-33 a session that is ended on another device leads to the door, with the reason', async ({
  visit,
  place,
}) => {
  const { ben } = await twoPeople(visit)
  await using other = await talkAs(place.url, 'Ben Okafor')
  const sessions = await other.natter.http.sessions()
  const mine = sessions.filter(({ current }) => !current)
  expect(mine).toHaveLength(1)
  for (const { id } of mine) await other.natter.http.revokeSession(id)
  await expect(ben.getByRole('heading', { name: 'Sign in to Old Town' })).toBeVisible()
  await expect(ben.getByText('This device was signed out.')).toBeVisible()
})

test('WEB-19 WEB-109 a refused message says why, in the language of the page, and can be sent again, taken back or dropped', async ({
  visit,
  place,
}) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await using owner = await talkAs(place.url, 'Ana Ruiz')
  await ben.goto(new URL(ana.url()).pathname)
  await ben.getByRole('button', { name: 'Join' }).click()
  await expect(composer(ben)).toBeVisible()
  const [room] = owner.natter.rooms.value
  if (room === undefined) throw new Error('Ana must be in the room for this to mean anything.')
  // Written while the room is archived, by somebody who has not heard of it yet.
  await ben.context().setOffline(true)
  await say(ben, 'too late')
  await say(ben, 'much too late')
  await owner.natter.room(room.id).update({ archived: true })
  await ben.context().setOffline(false)
  const failed = messages(ben, 'too late')
  await expect(failed.first()).toContainText('Not sent. This room is archived and read-only.', { timeout: 40_000 })
  await expect(rooms(ben).getByText('2 not sent')).toBeAttached()
  await openAppearance(ben)
  await ben.getByLabel('Deutsch').check()
  await expect(failed.first()).toContainText('Dieser Raum ist archiviert und lässt sich nur lesen.')
  await ben.getByLabel('English').check()
  await expect(failed.first()).toContainText('Not sent.')
  await ben.keyboard.press('Escape')

  await owner.natter.room(room.id).update({ archived: false })
  await expect(composer(ben)).toBeVisible()
  await messages(ben, 'much too late').getByRole('button', { name: 'Edit' }).click()
  await expect(composer(ben)).toHaveValue('much too late')
  await messages(ben, 'too late').getByRole('button', { name: 'Retry' }).click()
  await expect(messages(ana, 'too late')).toHaveCount(1)
  await expect(messages(ben, 'too late')).toHaveAttribute('data-state', 'sent')
})
