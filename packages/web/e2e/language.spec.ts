import { expect, test } from './fixtures.ts'
import { becomeOwner, composer, createRoom, openAppearance, rooms } from './people.ts'

test('WEB-101 another language holds at once and loses nothing that was typed', async ({ visit }) => {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  await composer(ana).fill('Half a thou')
  await openAppearance(ana)
  await ana.getByLabel('Deutsch').check()

  await expect(ana.locator('html')).toHaveAttribute('lang', 'de')
  await expect(ana.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible()
  await expect(ana.getByLabel('Deutsch')).toBeFocused()
  await ana.keyboard.press('Escape')
  await expect(ana.getByRole('navigation', { name: 'Räume' })).toBeVisible()
  await expect(ana.getByRole('textbox', { name: /Nachricht/ })).toHaveValue('Half a thou')

  await ana.reload()
  await expect(ana.getByRole('navigation', { name: 'Räume' })).toBeVisible()
  await expect(ana.getByRole('textbox', { name: /Nachricht/ })).toHaveValue('Half a thou')
})

test('WEB-101 somebody whose browser is German finds a German door', async ({ visit }) => {
  const ana = await visit({ locale: 'de-AT' })
  await ana.goto('/')
  await expect(ana.getByRole('heading', { name: 'Willkommen bei Natter' })).toBeVisible()
  await expect(ana.locator('html')).toHaveAttribute('lang', 'de')
})

test.describe('without the file of a language', () => {
  test.use({ mayComplain: /Failed to load resource|dynamically imported/ })

  test('WEB-101 a language that cannot be loaded leaves the page as it is, and says so', async ({ visit }) => {
    const ana = await visit()
    await becomeOwner(ana, 'Ana Ruiz')
    await ana.route(/\/assets\/de-[^/]*\.js/, (route) => route.fulfill({ status: 503, body: '' }))
    await openAppearance(ana)
    await ana.getByLabel('Deutsch').click()
    await expect(ana.getByText('This language cannot be loaded now.')).toBeVisible()
    await expect(rooms(ana)).toBeAttached()
    await expect(ana.locator('html')).toHaveAttribute('lang', 'en')
    await expect(ana.getByLabel('As the browser')).toBeChecked()
  })
})
