import { expect, test } from './fixtures.ts'
import { becomeOwner, composer, fillSignUp, joinBy, makeInvite, messages, PASSWORD, rooms } from './people.ts'

test('WEB-1 an empty place offers the owner’s account, and after that the way in', async ({ visit }) => {
  const ana = await visit()
  await ana.goto('/')
  await expect(ana.getByRole('heading', { name: 'Welcome to Natter' })).toBeVisible()
  await fillSignUp(ana, 'Ana Ruiz', 'Create the owner’s account')
  await expect(ana.getByText('Make the first room, or look which ones are there.')).toBeVisible()
  await expect(rooms(ana).getByRole('button', { name: 'Ana Ruiz' })).toBeVisible()

  const stranger = await visit()
  await stranger.goto('/')
  await expect(stranger.getByRole('heading', { name: 'Sign in to Old Town' })).toBeVisible()
  await expect(stranger.getByText('you need an invite link')).toBeVisible()
})

test('WEB-2 WEB-376 an invite link leads to an account and from there to the rooms, and its address is left behind', async ({
  visit,
}) => {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  const invite = await makeInvite(ana)
  const ben = await visit()
  await joinBy(ben, invite, 'Ben Okafor')
  expect(new URL(ben.url()).pathname).toBe('/')
  await expect(ben.getByText('Look which rooms there are')).toBeVisible()
  await expect(ben.getByRole('main').getByRole('button')).toHaveText(['Browse rooms', 'New room', 'Invite people'])

  await ana.goto(invite)
  await expect(ana.getByText('You are signed in here already')).toBeVisible()
})

test.describe('with refusals', () => {
  test.use({ mayComplain: /status of 4\d\d/ })

  test('WEB-3 WEB-382 a refusal stands beside its field, or above the button; a new password gets one in', async ({
    visit,
  }) => {
    const ana = await visit()
    await becomeOwner(ana, 'Ana Ruiz')
    const ben = await visit()
    await ben.goto(await makeInvite(ana))
    await fillSignUp(ben, 'Ana Ruiz', 'Join')
    await expect(ben.getByLabel('Handle')).toHaveAttribute('aria-invalid', 'true')
    await expect(ben.getByLabel('Handle')).toHaveAccessibleDescription(/taken/)

    await ben.goto('/')
    await ben.getByLabel('Handle').fill('ana.ruiz')
    await ben.getByLabel('Password').fill('not the password')
    await ben.getByRole('button', { name: 'Sign in' }).click()
    await expect(ben.getByRole('alert')).toHaveText(/password is not right/)
    await expect(ben.getByLabel('Handle')).toHaveValue('ana.ruiz')

    await ana.keyboard.press('Control+,')
    await ana.getByLabel('Old password').fill('not the password')
    await ana.getByLabel('New password').fill('the password by now')
    await ana.getByRole('button', { name: 'Change password' }).click()
    await expect(ana.getByLabel('Old password')).toHaveAccessibleDescription('The old password is not right.')
    await ana.getByLabel('Old password').fill(PASSWORD)
    await ana.getByRole('button', { name: 'Change password' }).click()
    await expect(ana.getByText('Your password is changed.')).toBeVisible()
    await expect(ana.getByLabel('New password')).toHaveValue('')
    await ben.getByLabel('Password').fill('the password by now')
    await ben.getByRole('button', { name: 'Sign in' }).click()
    await expect(rooms(ben)).toBeVisible()
  })
})

test('WEB-4 WEB-345 signing out leads to the door, keeps no draft, and one comes back in with the password, in all tabs', async ({
  visit,
}) => {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await rooms(ana).getByRole('button', { name: 'New room' }).click()
  await ana.getByLabel('Name', { exact: true }).fill('tea')
  await ana.getByRole('button', { name: 'Create room' }).click()
  await composer(ana).fill('half a thought')
  await ana.reload()
  await expect(composer(ana)).toHaveValue('half a thought')

  await rooms(ana).getByRole('button', { name: 'Ana Ruiz' }).click()
  await ana.getByRole('button', { name: 'Sign out' }).click()
  await expect(ana.getByRole('heading', { name: 'Sign in to Old Town' })).toBeVisible()
  expect(await ana.evaluate(() => JSON.stringify(localStorage))).not.toContain('thought')
  await expect(ana).toHaveTitle('Old Town')

  const other = await ana.context().newPage()
  await other.goto('/')
  await expect(other.getByLabel('Handle')).toBeVisible()
  await ana.getByLabel('Handle').fill('Ana.Ruiz ')
  await ana.getByLabel('Password').fill(PASSWORD)
  await ana.getByRole('button', { name: 'Sign in' }).click()
  await expect(composer(ana)).toHaveValue('')
  await expect(rooms(other)).toBeVisible()
})

test('WEB-224 WEB-377 the owner names the place, invites with a picture to scan, and has rooms and a first message with one click', async ({
  visit,
}) => {
  const ana = await visit()
  await ana.goto('/')
  await ana.getByLabel('Name of this place').fill('Village Choir')
  await fillSignUp(ana, 'Ana Ruiz', 'Create the owner’s account')
  await expect(ana.getByRole('heading', { name: 'Welcome to Village Choir' })).toBeVisible()
  await expect(ana.getByRole('textbox', { name: 'Invite link' })).toHaveValue(/\/invite\//)
  await expect(ana.getByRole('img', { name: 'The invite link as a picture to scan' })).toBeVisible()
  await expect(ana.getByText('For one person.')).toBeVisible()
  const first = await ana.getByRole('textbox', { name: 'Invite link' }).inputValue()
  await ana.getByLabel('Up to 100 people').check()
  await expect(ana.getByText('For up to 100 people. Ends in')).toBeVisible()
  await expect(ana.getByRole('textbox', { name: 'Invite link' })).not.toHaveValue(first)
  // What did not work once is not told of beside what did.
  await ana.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))))
  await ana.getByRole('button', { name: 'Copy link' }).click()
  const refused = ana.getByText('The browser does not allow copying here.')
  await expect(refused).toBeVisible()
  await ana.evaluate(() => (navigator.clipboard.writeText = () => Promise.resolve()))
  await ana.getByRole('button', { name: 'Copy link' }).click()
  await expect(ana.getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect(refused).toHaveCount(0)
  // Nothing of it must be: a reload leads to the same place.
  await ana.reload()
  await expect(ana.getByRole('heading', { name: 'Welcome to Village Choir' })).toBeVisible()
  await ana.getByLabel('# chatter').uncheck()
  await ana.getByRole('button', { name: 'Create these rooms' }).click()
  await expect(ana.getByRole('heading', { name: 'general', level: 2 })).toBeVisible()
  await expect(rooms(ana).getByRole('link')).toHaveText([/general/, /ideas/])
  await expect(composer(ana)).toHaveValue('Hello everybody! This is our new place.')
  await composer(ana).press('Enter')
  await expect(messages(ana, 'Hello everybody!')).toHaveAttribute('data-state', 'sent')
})
