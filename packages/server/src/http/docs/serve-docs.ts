import { readFile } from 'node:fs/promises'
import type { Hono } from 'hono'
import type { HttpEnv } from '../serve-route.ts'
import { docsPage } from './docs-page.ts'

const STYLE = new URL('docs.css', import.meta.url)

/** The API's description, as JSON and for people; made when it is first asked for, without a network. */
export function serveDocs(app: Hono<HttpEnv>): void {
  const made = once(makeDocs)
  const headers = { 'cache-control': 'no-cache' }
  app.get('/v1/openapi.json', async (c) =>
    c.body((await made()).json, 200, { ...headers, 'content-type': 'application/json; charset=utf-8' }),
  )
  app.get('/docs', async (c) => c.html((await made()).html, 200, headers))
  app.get('/docs/docs.css', async (c) =>
    c.body((await made()).css, 200, { ...headers, 'content-type': 'text/css; charset=utf-8' }),
  )
}

async function makeDocs(): Promise<{ json: string; html: string; css: string }> {
  // Loaded late: no other request needs it.
  const { openapiDocument, openapiJson } = await import('../openapi-document.ts')
  return { json: await openapiJson(), html: docsPage(openapiDocument()), css: await readFile(STYLE, 'utf8') }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
