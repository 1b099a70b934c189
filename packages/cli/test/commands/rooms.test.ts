import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectsIn, openPlace } from '../place.ts'

test('CLI-16 CLI-17 rooms made, joined and left show in the lists, with what is unread', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  const kim = await person('kim')
  assert.match(
    (await ada.natter(['create', 'Fancy hats', '--topic', 'Hats, only', '--slug', 'hats'])).out,
    /^Made public room #Fancy hats: rm_\w+\n$/,
  )
  assert.match((await ada.natter(['create', 'Vault', '--private'])).out, /^Made private room #Vault: rm_/)

  const all = objectsIn((await kim.natter(['rooms', '--all', '--json'])).out)
  assert.deepEqual(
    all.map(({ label, slug, topic, joined, kind }) => ({ label, slug, topic, joined, kind })),
    [{ label: '#Fancy hats', slug: 'hats', topic: 'Hats, only', joined: false, kind: 'public' }],
  )
  assert.equal((await kim.natter(['join', '#fancy HATS'])).code, 0)
  await ada.natter(['send', 'hats', 'one'])
  await ada.natter(['send', 'hats', 'two for @kim'])
  const mine = objectsIn((await kim.natter(['rooms', '--json'])).out)
  assert.deepEqual(
    mine.map(({ label, unread, mentions, members }) => ({ label, unread, mentions, members })),
    [{ label: '#Fancy hats', unread: 2, mentions: 1, members: 2 }],
  )
  const text = (await kim.natter(['rooms'])).out
  assert.match(text, /^ROOM +UNREAD +MENTIONS +MEMBERS +ID +TOPIC\n#Fancy hats +2 +1 +2 +rm_\w+ +Hats, only\n$/)

  assert.equal((await kim.natter(['leave', 'hats'])).out, 'You have left hats.\n')
  const after = await kim.natter(['rooms'])
  assert.deepEqual([after.code, after.out], [0, ''])
  assert.match(after.err, /in no room yet/)
})

test('CLI-9 rooms are named by id, slug, name or @handle', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  const kim = await person('kim')
  const id = /rm_\w+/.exec((await ada.natter(['create', 'Über uns', '--slug', 'us'])).out)?.[0] ?? ''
  for (const named of [id, 'us', '#us', 'Über uns', '#über UNS', 'u\u0308ber uns']) {
    assert.equal((await ada.natter(['send', named, 'hi'])).code, 0, named)
  }
  assert.equal((await ada.natter(['send', '@kim', 'just us'])).code, 0)
  const [dm] = objectsIn((await kim.natter(['rooms', '--json'])).out)
  assert.deepEqual([dm?.['kind'], dm?.['label'], dm?.['unread']], ['direct', '@ada', 1])
  assert.equal((await kim.natter(['dm', 'ada'])).out, `${String(dm?.['id'])}\n`)
})

test('CLI-10 a name of several rooms is refused with their ids; of none, with where to look', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  const ids = []
  for (const kind of ['--private', '--private'])
    ids.push(/rm_\w+/.exec((await ada.natter(['create', 'twin', kind])).out)?.[0] ?? '')
  const { code, err } = await ada.natter(['send', 'twin', 'hi'])
  assert.equal(code, 1)
  assert.match(err, /^natter: 2 rooms are called "twin"\. Name one by its id: rm_\w+, rm_\w+\n$/)
  for (const id of ids) assert(err.includes(id))
  assert.equal(
    (await ada.natter(['send', 'nowhere\x1b[2J', 'hi'])).err,
    'natter: There is no room "nowhere\\x1b[2J". Your rooms are listed by `natter rooms`; join a public one by `natter join`.\n',
  )
  assert.match((await ada.natter(['send', '@nobody', 'hi'])).err, /There is nobody called @nobody here/)
})

test('CLI-17 a conversation of several is the same room whoever opens it', async (t) => {
  const { person } = await openPlace(t)
  const [ada, kim] = [await person('ada'), await person('kim'), await person('noor')]
  const one = (await ada.natter(['dm', '@kim', 'noor'])).out
  const two = (await kim.natter(['dm', 'noor', 'ada'])).out
  assert.match(one, /^rm_\w+\n$/)
  assert.equal(two, one)
  const [group] = objectsIn((await kim.natter(['rooms', '--json'])).out)
  assert.equal(group?.['kind'], 'group')
})

test('CLI-1 what a place lets into names and still deceives the eye is shown as an escape', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  assert.equal((await ada.natter(['create', 'ad\u200Bmin\u200E'])).code, 0)
  assert.match((await ada.natter(['rooms'])).out, /#ad\\u\{200b\}min\\u\{200e\} /)
})
