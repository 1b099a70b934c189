import type { Locator, Page } from '@playwright/test'
import type { RoomId } from '@natter/protocol'
import { endsInBlock } from '../src/composer/enter-in-block.ts'
import { expect } from './fixtures.ts'

export const PASSWORD = 'correct horse battery'

/** Fills the form for a new account and sends it. */
export async function fillSignUp(page: Page, name: string, action: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Handle').fill(handleOf(name))
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: action }).click()
}

export function handleOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')
}

/** The first account of an empty place, and the page. */
export async function becomeOwner(page: Page, name: string): Promise<void> {
  await signUp(page, { name })
}

/** Makes an account as the form would, which has tests of its own, and opens the page with it. Answers with the token of the account. */
async function signUp(page: Page, account: { name: string; invite?: string }): Promise<string> {
  const data = { ...account, handle: handleOf(account.name), password: PASSWORD }
  const answer = await page.request.post('/v1/accounts', { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  // The page remembers who was in, and asks the server only then.
  const { user, accessToken } = (await answer.json()) as { user: { id: string }; accessToken: string }
  await page.addInitScript((account) => {
    // The blank page that comes first has no storage.
    if (location.protocol === 'about:') return
    if (sessionStorage.getItem('opened') === null) localStorage.setItem('natter:inside', account)
    sessionStorage.setItem('opened', 'yes')
  }, user.id)
  await page.goto('/')
  await expect(rooms(page)).toBeVisible()
  return accessToken
}

/** Makes an invite link through the page. */
export async function makeInvite(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Invite people' }).first().click()
  const link = await page.getByRole('dialog').getByLabel('Invite link', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'Close' }).click()
  return link
}

/** A new account by an invite link. */
export async function joinBy(page: Page, invite: string, name: string): Promise<void> {
  await page.goto(invite)
  await fillSignUp(page, name, 'Join')
  await expect(rooms(page)).toBeVisible()
}

/** Owner and one more person, each in a browser of their own. */
export async function twoPeople(visit: () => Promise<Page>): Promise<{ ana: Page; ben: Page }> {
  const [ana, ben] = [await visit(), await visit()]
  const token = await signUp(ana, { name: 'Ana Ruiz' })
  const answer = await ana.request.post('/v1/invites', { data: {}, headers: { authorization: `Bearer ${token}` } })
  const { invite } = (await answer.json()) as { invite: { code: string } }
  await signUp(ben, { name: 'Ben Okafor', invite: invite.code })
  return { ana, ben }
}

/** Both in a public room called tea, which they look at. */
export async function bothInTea(visit: () => Promise<Page>): Promise<{ ana: Page; ben: Page; room: RoomId }> {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  return { ana, ben, room: roomOf(ana) }
}

/** Selects text in a field with the mouse and lets go of it at the window's corner, beside whatever the field stands in. */
export async function selectPast(page: Page, field: Locator): Promise<void> {
  await field.hover()
  await page.mouse.down()
  await page.mouse.move(5, 5)
  await page.mouse.up()
}

export async function createRoom(page: Page, name: string): Promise<void> {
  await rooms(page).getByRole('button', { name: 'New room' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Create room' }).click()
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
}

export async function joinRoom(page: Page, name: string): Promise<void> {
  await rooms(page).getByRole('button', { name: 'Browse rooms' }).click()
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Join' }).click()
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
}

/** Writes into the composer and sends. Behind the item of a list Enter alone would begin the next one. */
export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text)
  await composer(page).press(endsInBlock(text) ? 'Control+Enter' : 'Enter')
}

export function rooms(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Rooms' })
}

/** The row of a room or person in the list. */
export function row(page: Page, name: string): Locator {
  return rooms(page).getByRole('link').filter({ hasText: name })
}

/** The room whose address the page shows. */
export function roomOf(page: Page): RoomId {
  const [, , id] = new URL(page.url()).pathname.split('/')
  return id as RoomId
}

export function composer(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Message/ })
}

/** The rows of messages that say `text`. */
export function messages(page: Page, text?: string): Locator {
  const all = page.locator('.message')
  return text === undefined ? all : all.filter({ hasText: text })
}

/** The page of the settings about how the page looks. */
export async function openAppearance(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('link', { name: 'Appearance' }).click()
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible()
}
