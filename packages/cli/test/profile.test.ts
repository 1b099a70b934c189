import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { changeProfile, profilePath, readProfile } from '../src/profile.ts'
import type { SavedSignIn } from '../src/profile.ts'
import { fakeIo } from './fake-io.ts'
import { tempFolder } from './temp-folder.ts'

const ADA: SavedSignIn = {
  url: 'http://127.0.0.1:8080',
  user: { id: 'us_adaa', handle: 'ada' },
  accessToken: 'access',
  expiresAt: 1_795_270_000_000,
  refreshToken: 'refresh',
}

test('CLI-6 the profile is in XDG_CONFIG_HOME, or under ~/.config; a relative folder is ignored', () => {
  const at = (env: Record<string, string>): string => profilePath({ env, homeFolder: '/home/ada' })
  assert.equal(at({ XDG_CONFIG_HOME: '/etc/ada' }), '/etc/ada/natter/profile.json')
  assert.equal(at({}), '/home/ada/.config/natter/profile.json')
  assert.equal(at({ XDG_CONFIG_HOME: 'here' }), '/home/ada/.config/natter/profile.json')
})

test('CLI-6 the profile is readable for its owner alone, also where it was not before, and under any umask', async (t) => {
  const io = fakeIo({ homeFolder: await tempFolder(t) })
  const umask = process.umask(0)
  t.after(() => process.umask(umask))
  await changeProfile(io, () => ({ current: ADA.url, places: { [ADA.url]: ADA } }))
  assert.equal((await stat(profilePath(io))).mode & 0o777, 0o600)
  assert.equal((await stat(join(io.homeFolder, '.config/natter'))).mode & 0o777, 0o700)

  await chmod(profilePath(io), 0o644)
  await changeProfile(io, (profile) => profile)
  assert.equal((await stat(profilePath(io))).mode & 0o777, 0o600)
  assert.deepEqual(await readProfile(io), { current: ADA.url, places: { [ADA.url]: ADA } })
})

for (const broken of ['', '{', '[]', '{"places":[]}', '{"places":{"x":{"url":1}}}']) {
  test(`CLI-7 a broken profile (${broken}) is an error that names it, and stays as it is`, async (t) => {
    const io = fakeIo({ homeFolder: await tempFolder(t) })
    await mkdir(join(io.homeFolder, '.config/natter'), { recursive: true })
    await writeFile(profilePath(io), broken)
    const message = `${profilePath(io)} is not a profile of natter. Move it away and log in again.`
    await assert.rejects(readProfile(io), { message, exitCode: 1 })
    await assert.rejects(
      changeProfile(io, (profile) => profile),
      { message },
    )
    assert.equal(await readFile(profilePath(io), 'utf8'), broken)
  })
}

test('CLI-8 changes of the profile wait for each other: none is lost', async (t) => {
  const io = fakeIo({ homeFolder: await tempFolder(t) })
  const urls = Array.from({ length: 8 }, (_, at) => `http://place-${at}`)
  await Promise.all(
    urls.map((url) => changeProfile(io, ({ places }) => ({ places: { ...places, [url]: { ...ADA, url } } }))),
  )
  assert.deepEqual(Object.keys((await readProfile(io)).places).sort(), urls)
})

test('CLI-8 a lock that a dead program left behind is taken over', async (t) => {
  const io = fakeIo({ homeFolder: await tempFolder(t) })
  const lock = `${profilePath(io)}.lock`
  await mkdir(join(io.homeFolder, '.config/natter'), { recursive: true })
  await writeFile(lock, '')
  const longAgo = new Date(0)
  await utimes(lock, longAgo, longAgo)
  await changeProfile(io, () => ({ places: { [ADA.url]: ADA } }))
  assert.deepEqual((await readProfile(io)).places, { [ADA.url]: ADA })
  assert.equal(spawnSync('ls', [join(io.homeFolder, '.config/natter')], { encoding: 'utf8' }).stdout, 'profile.json\n')
})
