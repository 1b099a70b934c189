import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { ROUTES } from '../../src/http/all-routes.ts'
import { openapiDocument, openapiJson } from '../../src/http/openapi-document.ts'
import { house } from './house.ts'

let root = ''
const SCRIPT = `// ${'x'.repeat(2_000)}\n`

before(async () => {
  const outside = await mkdtemp(join(tmpdir(), 'natter-page-'))
  root = join(outside, 'dist')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(outside, 'secret.txt'), 'secret')
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Natter</title>')
  await writeFile(join(root, 'favicon.svg'), '<svg/>')
  await writeFile(join(root, 'assets', 'main-x1.js'), SCRIPT)
  await writeFile(join(root, 'sw.js'), SCRIPT)
  await writeFile(join(root, 'manifest.webmanifest'), '{}')
  await writeFile(join(root, 'icon-192.png'), 'png')
  await symlink(join(outside, 'secret.txt'), join(root, 'link.txt'))
})
after(() => rm(join(root, '..'), { recursive: true }))

test('HTTP-28 the document is OpenAPI 3.1 and names every route', async () => {
  const there = await house()
  const { status, body, text } = await there.ask('GET /v1/openapi.json')
  assert.equal(status, 200)
  assert.equal(text, await openapiJson())
  assert.equal(body['openapi'], '3.1.0')
  const operations = Object.entries(body['paths'] as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  assert.deepEqual(
    operations.toSorted(),
    ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).toSorted(),
  )
})

test('HTTP-28 every reference leads somewhere, and what is checked is what is written', () => {
  const document = openapiDocument()
  const text = JSON.stringify(document)
  const names = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name))
  assert(names.has('Message') && names.has('Room') && names.has('User') && names.has('ErrorAnswer'))
  for (const name of names) assert(Object.hasOwn(document.components.schemas, name), name)
  assert(!text.includes('#/$defs/'))
  const send = document.paths['/v1/rooms/{room}/messages']?.['post']
  assert.deepEqual(send?.requestBody?.content['application/json'].schema, {
    type: 'object',
    properties: {
      cid: { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,64}$' },
      text: { type: 'string' },
      replyTo: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
    },
    required: ['text'],
    additionalProperties: false,
  })
  const limit = document.paths['/v1/rooms']?.['get']?.parameters?.find(({ name }) => name === 'limit')
  assert.deepEqual(limit, {
    name: 'limit',
    in: 'query',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 100 },
  })
})

test('HTTP-29 the documentation names every route, runs no script and asks nobody else', async () => {
  const there = await house()
  const { status, headers, text } = await there.ask('GET /docs')
  assert.equal(status, 200)
  assert.match(headers.get('content-type') ?? '', /^text\/html/)
  for (const { path } of ROUTES) assert(text.includes(path.replaceAll(/:(\w+)/g, '{$1}')), path)
  assert.doesNotMatch(text, /<script|<style|style=|\son[a-z]+=|https?:|javascript:|src=/i)
  const [stylesheet] = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href)
  const style = await there.ask(`GET ${stylesheet}`)
  assert.equal(style.status, 200)
  assert.match(style.headers.get('content-type') ?? '', /^text\/css/)
  assert.doesNotMatch(style.text, /url\(|@import/)
})

test('HTTP-30 files are served by name: hashed ones for ever, others asked about each time', async () => {
  const there = await house({ webRoot: root })
  const script = await there.ask('GET /assets/main-x1.js')
  assert.equal(script.text, SCRIPT)
  assert.match(script.headers.get('content-type') ?? '', /^text\/javascript/)
  assert.equal(script.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  const icon = await there.ask('GET /favicon.svg')
  assert.deepEqual([icon.headers.get('content-type'), icon.headers.get('cache-control')], ['image/svg+xml', 'no-cache'])
  const again = await there.ask('GET /favicon.svg', { headers: { 'if-none-match': icon.headers.get('etag') ?? '' } })
  assert.deepEqual([again.status, again.text], [304, ''])
})

test('HTTP-30 what a browser installs is asked about each time, and has its own type', async () => {
  const there = await house({ webRoot: root })
  const types = {
    'sw.js': 'text/javascript; charset=utf-8',
    'manifest.webmanifest': 'application/manifest+json; charset=utf-8',
    'icon-192.png': 'image/png',
  }
  for (const [name, type] of Object.entries(types)) {
    const { status, headers } = await there.ask(`GET /${name}`)
    assert.deepEqual([status, headers.get('content-type'), headers.get('cache-control')], [200, type, 'no-cache'])
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  }
})

test('HTTP-30 texts go out compressed where that is welcome', async () => {
  const there = await house({ webRoot: root })
  const ask = (encoding: string): Promise<Response> =>
    Promise.resolve(there.app.request('/assets/main-x1.js', { headers: { 'accept-encoding': encoding } }))
  const compressed = await ask('gzip, br')
  assert.equal(compressed.headers.get('content-encoding'), 'gzip')
  assert.equal(gunzipSync(Buffer.from(await compressed.arrayBuffer())).toString(), SCRIPT)
  for (const encoding of ['', 'br', 'gzip;q=0'])
    assert.equal((await ask(encoding)).headers.get('content-encoding'), null, encoding)
})

test('HTTP-30 other addresses show the index, but a missing script is missing', async () => {
  const there = await house({ webRoot: root })
  for (const path of ['/', '/r/rm_0000', '/invite/niv_x', '/r/rm_0000/12', '/anything/at/all']) {
    const { status, text, headers } = await there.ask(`GET ${path}`)
    assert.deepEqual([status, headers.get('cache-control')], [200, 'no-cache'], path)
    assert.match(text, /<title>Natter/)
  }
  for (const path of ['/assets/gone.js', '/assets/', '/robots.txt', '/v1/nothing', '/v1/']) {
    assert.equal((await there.ask(`GET ${path}`)).status, 404, path)
  }
  assert.equal((await there.ask('POST /', { body: {} })).status, 404)
})

test('HTTP-30 no path leads out of the folder', async () => {
  const there = await house({ webRoot: root })
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
    '/link.txt',
    '/secret.txt%00.js',
    '/C:/secret.txt',
  ]) {
    const { text } = await there.ask(`GET ${path}`)
    assert(!text.includes('secret') || text.includes('There is nothing here'), path)
    assert(!text.includes('root:'), path)
  }
})

test('HTTP-31 without a built page the answer says how to get one, and the API works', async () => {
  for (const webRoot of [undefined, join(root, 'assets'), join(root, 'nowhere')]) {
    const there = await house(webRoot === undefined ? {} : { webRoot })
    const { status, text } = await there.ask('GET /')
    assert.equal(status, 503)
    assert.match(text, /not been built yet.*npm start/)
    assert.equal((await there.ask('GET /v1/place')).status, 200)
  }
})
