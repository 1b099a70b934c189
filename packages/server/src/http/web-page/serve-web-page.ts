import { existsSync } from 'node:fs'
import type { Context, Hono } from 'hono'
import type { HttpEnv } from '../serve-route.ts'
import { listPageFiles } from './page-files.ts'
import type { PageFile } from './page-files.ts'

/** Where Vite puts files whose names change with their content. */
const HASHED = '/assets/'
const NOT_BUILT = 'The web page has not been built yet. Stop the server and start it with: npm start\n'

/** Serves the built web page: files by name, and its index for every other address that a person may have typed. */
export function serveWebPage(app: Hono<HttpEnv>, root: string | undefined): void {
  const files = root !== undefined && existsSync(root) ? listPageFiles(root) : undefined
  app.get('*', async (c, next) => {
    if (files === undefined) return c.text(NOT_BUILT, 503, { 'cache-control': 'no-store' })
    const path = c.req.path
    const exact = files(path)
    if (exact !== undefined) return fileResponse(c, await exact, path)
    // An address of the page has no dot in its last part; a missing script must not be answered with markup.
    if (path.startsWith(HASHED) || path.slice(path.lastIndexOf('/')).includes('.')) return next()
    const index = files('/index.html')
    return index === undefined ? next() : fileResponse(c, await index, '/index.html')
  })
}

function fileResponse(c: Context<HttpEnv>, file: PageFile, path: string): Response {
  const headers = new Headers({
    'content-type': file.contentType,
    'cache-control': path.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'Accept-Encoding',
  })
  if (c.req.header('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
  const isGzipWelcome = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(c.req.header('accept-encoding') ?? '')
  if (file.gzipped === undefined || !isGzipWelcome) return new Response(file.bytes, { headers })
  headers.set('content-encoding', 'gzip')
  return new Response(file.gzipped, { headers })
}
