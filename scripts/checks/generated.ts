import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'

/** Generated files are what `npm run generate` would write now. */
export const generated: Check = {
  name: 'generated files',
  run: async ({ root }) => {
    // Loaded late: makers import the sources, and a broken source must fail this step alone.
    const { GENERATED } = await import('../generators/generated.ts')
    const findings = GENERATED.map(async ({ path, make }) => {
      const wanted = await make(root)
      return wanted === read(join(root, path)) ? [] : [`${path} is not up to date: npm run generate`]
    })
    return (await Promise.all(findings)).flat()
  },
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
