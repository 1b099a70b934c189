// `npm run generate`: writes every generated file. `-- --check` only says which are not up to date.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generated } from './checks/generated.ts'
import { GENERATED } from './generators/generated.ts'
import { root } from './prepare.mjs'

if (process.argv.includes('--check')) {
  const findings = await generated.run({ root, files: [] })
  for (const finding of findings) console.log(finding)
  if (findings.length > 0) process.exitCode = 1
} else {
  for (const { path, make } of GENERATED) {
    writeFileSync(join(root, path), await make(root))
    console.log(path)
  }
}
