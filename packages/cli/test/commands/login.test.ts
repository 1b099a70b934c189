import assert from 'node:assert/strict'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { objectsIn, openPlace, passwordOf } from '../place.ts'

test('CLI-14 the first to sign up becomes the owner; the password is asked for twice and not shown', async (t) => {
  const { url, stranger } = await openPlace(t)
  const ada = await stranger('ada')
  const { code, out, err } = await ada.natter(['login', url, '--sign-up'], {
    answers: ['ada', passwordOf('ada'), passwordOf('ada')],
  })
  assert.equal(code, 0, err)
  assert.equal(err, 'Handle: Password: Password again: ')
  const path = join(ada.homeFolder, '.config/natter/profile.json')
  assert.equal(out, `Signed in to Natter as @ada (owner); kept in ${path}\n`)
  assert.equal((await stat(path)).mode & 0o777, 0o600)
})

test('CLI-14 two passwords that differ make no account', async (t) => {
  const { url, stranger, server } = await openPlace(t)
  const ada = await stranger('ada')
  const { code, err } = await ada.natter(['login', url, '--sign-up', '--handle', 'ada'], {
    answers: ['long enough 1', 'long enough 2'],
  })
  assert.equal(code, 2)
  assert.match(err, /The two passwords differ/)
  assert.equal(await server.ports.store.isEmpty(), true)
})

test('CLI-14 an empty place is not signed in to but says how to become its owner', async (t) => {
  const { url, stranger } = await openPlace(t)
  const { code, err } = await (await stranger('ada')).natter(['login', url])
  assert.equal(code, 2)
  assert.match(err, /Nobody has an account at .* yet\. Add --sign-up/)
})

test('CLI-14 a wrong password is exit code 3, and leaves the profile as it was', async (t) => {
  const { url, person } = await openPlace(t)
  const ada = await person('ada')
  const path = join(ada.homeFolder, '.config/natter/profile.json')
  const before = await readFile(path, 'utf8')
  const { code, err } = await ada.natter(['login', url, '--handle', 'ada', '--password-stdin'], { input: ['wrong\n'] })
  assert.equal(code, 3)
  assert.equal(err, 'natter: The handle or the password is not right.\n')
  assert.equal(await readFile(path, 'utf8'), before)
})

test('CLI-14 without a terminal what is missing is named, not asked for', async (t) => {
  const { url, person } = await openPlace(t)
  const ada = await person('ada')
  const { code, err } = await ada.natter(['login', url, '--handle', 'ada'])
  assert.equal(code, 2)
  assert.equal(err, 'natter: There is no terminal to ask on: use --password-stdin.\n')
})

test('CLI-14 an invite lets one person in, who can sign in again later', async (t) => {
  const { url, person, stranger } = await openPlace(t, { NATTER_SIGNUP: 'invite' })
  const ada = await person('ada')
  const [made] = objectsIn((await ada.natter(['invite', '--json'])).out)
  const { code } = made?.['invite'] as { code: string }
  const kim = await stranger('kim')
  const signUp = ['login', url, '--sign-up', '--handle', 'kim', '--password-stdin']
  const refused = await kim.natter(signUp, { input: [passwordOf('kim')] })
  assert.equal(refused.code, 1)
  assert.match(refused.err, /invite/)

  const { code: exit, out } = await kim.natter([...signUp, '--invite', code, '--name', 'Kim N.', '--json'], {
    input: [passwordOf('kim')],
  })
  assert.equal(exit, 0)
  const [signedIn] = objectsIn(out)
  assert.equal((signedIn?.['user'] as { name: string }).name, 'Kim N.')
  assert.equal((await kim.natter(['logout'])).code, 0)
  const again = await kim.natter(['login', url, '--handle', 'kim', '--password-stdin'], {
    input: [`${passwordOf('kim')}\n`],
  })
  assert.equal(again.code, 0)
})

test('CLI-14 an invite link is enough to sign up', async (t) => {
  const { person, stranger } = await openPlace(t, { NATTER_SIGNUP: 'invite' })
  const ada = await person('ada')
  const link = (await ada.natter(['invite'])).out.trim()
  const kim = await stranger('kim')
  const joined = await kim.natter(['login', link, '--handle', 'kim', '--password-stdin'], {
    input: [passwordOf('kim')],
  })
  assert.deepEqual([joined.code, joined.err], [0, ''])
  const again = await (
    await stranger('noor')
  ).natter(['login', link, '--handle', 'noor', '--password-stdin'], {
    input: [passwordOf('noor')],
  })
  assert.equal(again.code, 1, 'it is for one person')
})

test('CLI-14 logout ends the session at the place, and forgets the tokens', async (t) => {
  const { url, person } = await openPlace(t)
  const ada = await person('ada')
  const path = join(ada.homeFolder, '.config/natter/profile.json')
  const kept = await readFile(path, 'utf8')
  const { places } = JSON.parse(kept) as { places: Record<string, { accessToken: string }> }
  const asAda = { headers: { authorization: `Bearer ${places[url]?.accessToken}` } }
  assert.equal((await fetch(`${url}/v1/me`, asAda)).status, 200, 'the token must have held')

  const { code, out } = await ada.natter(['logout'])
  assert.deepEqual([code, out], [0, `Signed out of ${url}.\n`])
  assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), { places: {} })
  assert.equal((await fetch(`${url}/v1/me`, asAda)).status, 401)
  assert.equal((await ada.natter(['rooms'])).code, 3)

  // Whoever kept a copy is told to sign in, and can still log out.
  await writeFile(path, kept)
  assert.equal((await ada.natter(['rooms'])).code, 3)
  assert.equal((await ada.natter(['logout'])).code, 0)
})

test('CLI-15 NATTER_URL and NATTER_TOKEN are enough for a script', async (t) => {
  const { url, person, stranger } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  const { places } = JSON.parse(await readFile(join(ada.homeFolder, '.config/natter/profile.json'), 'utf8')) as {
    places: Record<string, { accessToken: string }>
  }
  const script = await stranger('script')
  const env = { NATTER_URL: url, NATTER_TOKEN: places[url]?.accessToken ?? '' }
  const { code, out } = await script.natter(['rooms', '--json'], { env })
  assert.equal(code, 0)
  assert.deepEqual(
    objectsIn(out).map(({ name }) => name),
    ['den'],
  )
  assert.equal((await script.natter(['rooms'], { env: { ...env, NATTER_TOKEN: 'nta_wrong' } })).code, 3)
  assert.equal((await script.natter(['rooms'], { env: { NATTER_URL: url } })).code, 3)
})

test('CLI-8 programs that find the token over at once renew it once', async (t) => {
  const { url, person } = await openPlace(t)
  const ada = await person('ada')
  const path = join(ada.homeFolder, '.config/natter/profile.json')
  const profile = JSON.parse(await readFile(path, 'utf8')) as {
    places: Record<string, { expiresAt: number; refreshToken: string }>
  }
  const saved = profile.places[url]
  assert(saved !== undefined)
  const { refreshToken } = saved
  saved.expiresAt = 0
  await writeFile(path, JSON.stringify(profile))
  const ran = await Promise.all(Array.from({ length: 5 }, () => ada.natter(['rooms', '--json'])))
  assert.deepEqual(
    ran.map(({ code }) => code),
    [0, 0, 0, 0, 0],
  )
  const after = JSON.parse(await readFile(path, 'utf8')) as typeof profile
  assert.notEqual(after.places[url]?.refreshToken, refreshToken)
  assert.equal((await ada.natter(['rooms'])).code, 0, 'a token renewed twice would have ended the session')
})
