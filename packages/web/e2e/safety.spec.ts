import { expect, test } from './fixtures.ts'
import { watchPage } from './page-watch.ts'
import { becomeOwner, composer, createRoom, fillSignUp, joinRoom, makeInvite, messages, rooms, say } from './people.ts'

// All of the page is watched.
test.use({ serviceWorkers: 'allow' })

/** Each would show itself: by a dialog, by an element of its own, by a request to another place, or by a refusal in the console. */
const CORPUS = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<svg onload=alert(1)><animate onbegin=alert(1)>',
  '"><iframe src=javascript:alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  'javascript:alert(1)',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  'https://example.org/"onmouseover="alert(1)',
  'https://example.org/<script>alert(1)</script>',
  '**<b onclick=alert(1)>**',
  '```\n</code></pre><script>alert(1)</script>\n```',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;img&#x3e;',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<form action=https://evil.example><input name=q>',
  '<style>*{background:url(https://evil.example)}</style>',
  '<base href=https://evil.example><link rel=stylesheet href=//evil.example>',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} __proto__',
  '@<img src=x> @ana.ruiz"onclick=alert(1)',
  '\u202ehttps://gpj.elpmaxe.org\u202c <\u0000b>'.replace('\u0000', ''),
]

test('WEB-24 whatever people write or call themselves stays text, in every place it is shown', async ({ visit }) => {
  const ana = await visit()
  const dialogs: string[] = []
  ana.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await becomeOwner(ana, 'Ana Ruiz')
  const mallory = await visit()
  await mallory.goto(await makeInvite(ana))
  await mallory.getByLabel('Handle').fill('mallory')
  await mallory.getByLabel('Your name').fill('<img src=x onerror=alert(1)>')
  await mallory.getByLabel('Password').fill('correct horse battery')
  await mallory.getByRole('button', { name: 'Join' }).click()
  await createRoom(mallory, '<b>tea</b>')
  await joinRoom(ana, '<b>tea</b>')
  for (const text of CORPUS) await say(mallory, text)

  await expect(messages(ana)).toHaveCount(CORPUS.length, { timeout: 30_000 })
  const shown = messages(ana).locator('.markup')
  await expect(shown.first()).toHaveText('<img src=x onerror=alert(1)>')
  await expect(shown.nth(1)).toHaveText('<script>alert(1)</script>')
  const foreign =
    'img, script, svg:not(.icon), iframe, form, style, base, link, input, b, [onclick], [onerror], [onload]'
  await expect(shown.locator(foreign)).toHaveCount(0)
  for (const link of await shown.locator('a').all()) {
    expect(await link.getAttribute('href')).toMatch(/^https?:\/\//)
    expect(await link.getAttribute('rel')).toContain('noopener')
  }
  await expect(ana.locator('.message__author').first()).toHaveText('<img src=x onerror=alert(1)>')
  await expect(rooms(ana).getByText('<b>tea</b>')).toBeVisible()

  await rooms(mallory).getByRole('button', { name: 'New direct message' }).click()
  await mallory.getByRole('dialog').getByRole('button', { name: 'Ana Ruiz' }).click()
  await mallory.getByRole('button', { name: 'Start talking' }).click()
  await say(mallory, CORPUS[0] ?? '')
  await expect(rooms(ana).getByText('<img src=x onerror=alert(1)>')).toBeVisible()
  await messages(ana).first().hover()
  await ana.getByRole('toolbar').getByRole('button', { name: 'Reply' }).click()
  await composer(ana).pressSequentially('typing')
  await ana.getByRole('button', { name: /members/ }).click()
  await expect(ana.getByRole('complementary').getByText('<img src=x onerror=alert(1)>')).toBeVisible()
  expect(dialogs).toEqual([])
})

test('WEB-28 the page comes with a strict policy, keeps to it, and asks nobody but its own server', async ({
  visit,
  place,
}) => {
  const ana = await visit()
  const answer = await ana.goto('/')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "require-trusted-types-for 'script'",
  ]) {
    expect(policy).toContain(rule)
  }
  const html = await (await fetch(place.url)).text()
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/)
  await fillSignUp(ana, 'Ana Ruiz', 'Create the owner’s account')
  await createRoom(ana, 'tea')
  await say(ana, 'https://example.org is not asked')
  await expect(messages(ana)).toHaveAttribute('data-state', 'sent')
  expect(await ana.locator('[style]').evaluateAll((all) => all.map(({ tagName }) => tagName))).toEqual([])
})

test('WEB-28 the watch that all of these rest on sees what it must', async ({ browser, place }) => {
  const page = await browser.newPage({ baseURL: place.url })
  const watch = watchPage(page, place.url)
  await page.goto('/')
  expect(watch.complaints()).toEqual([])
  await page.evaluate(async () => {
    await fetch('https://elsewhere.example/').catch(() => undefined)
    document.body.append(Object.assign(document.createElement('img'), { src: 'http://elsewhere.example/x.png' }))
  })
  await expect(page.evaluate(() => (document.body.innerHTML = '<p>markup</p>'))).rejects.toThrow(/TrustedHTML/)
  await expect
    .poll(() => watch.complaints().filter((line) => line.includes('elsewhere')).length)
    .toBeGreaterThanOrEqual(2)
  await page.close()
})
