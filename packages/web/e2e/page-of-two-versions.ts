import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BUILT = fileURLToPath(new URL('../dist', import.meta.url))
export const NEXT_VERSION = 'the-next-version'

/** A copy of the built page that can become its own next version. */
export interface TwoVersions extends AsyncDisposable {
  readonly folder: string
  /** From here on it says that it is newer, and has none of the parts that pages load later. */
  advance(): Promise<void>
}

export async function pageOfTwoVersions(): Promise<TwoVersions> {
  const folder = await mkdtemp(join(tmpdir(), 'natter-page-'))
  await cp(BUILT, folder, { recursive: true })
  return {
    folder,
    advance: async () => {
      const page = await readFile(join(folder, 'index.html'), 'utf8')
      const [, version = ''] = /natter-version" content="([^"]+)"/.exec(page) ?? []
      for (const file of ['index.html', 'sw.js']) {
        const text = await readFile(join(folder, file), 'utf8')
        await writeFile(join(folder, file), text.replaceAll(version, NEXT_VERSION))
      }
      const worker = await readFile(join(folder, 'sw.js'), 'utf8')
      for (const part of await readdir(join(folder, 'assets'))) {
        if (!worker.includes(`/assets/${part}`)) await rm(join(folder, 'assets', part))
      }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}
