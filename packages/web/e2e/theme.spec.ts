import { expect, test } from './fixtures.ts'
import { becomeOwner, rooms } from './people.ts'

test.use({ mayComplain: /ERR_FAILED/ })

test('WEB-29 light and dark follow the system until one is chosen, and the choice is there before the first paint', async ({
  visit,
}) => {
  const ana = await visit({ colorScheme: 'dark' })
  await becomeOwner(ana, 'Ana Ruiz')
  const ground = (): Promise<string> => ana.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await ground()).toMatch(/^oklch\(0\.2/)
  await rooms(ana).getByRole('button', { name: 'Ana Ruiz' }).click()
  await ana.getByRole('button', { name: 'Settings', exact: true }).click()
  await ana.getByRole('link', { name: 'Appearance' }).click()
  await ana.getByLabel('Light').check()
  expect(await ground()).toMatch(/^oklch\(0\.9/)

  // With the page's own script held back, only what runs before the first paint has run.
  await ana.route('**/assets/*.js', (route) => route.abort())
  await ana.reload({ waitUntil: 'commit' })
  await expect(ana.locator('html')).toHaveAttribute('data-theme', 'light')
})
