import { expect, test } from './fixtures.ts'

test.use({ mayComplain: /ERR_FAILED/ })

test('WEB-105 density, high contrast, language and direction of this device are there before the first paint', async ({
  visit,
}) => {
  const page = await visit()
  await page.goto('/')
  await page.evaluate(() => {
    localStorage.setItem('natter:theme', 'contrast')
    localStorage.setItem('natter:density', 'compact')
    localStorage.setItem('natter:language', 'pseudo-rtl')
    localStorage.setItem('natter:direction', 'rtl')
  })
  // With the page's own script held back, only what runs before the first paint has run.
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.reload({ waitUntil: 'commit' })
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-theme', 'contrast')
  await expect(html).toHaveAttribute('data-density', 'compact')
  await expect(html).toHaveAttribute('lang', 'pseudo-rtl')
  await expect(html).toHaveAttribute('dir', 'rtl')
})
