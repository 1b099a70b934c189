import type { Check, TextFile } from './check.ts'
import { findMissingOptional } from './missing-optional.ts'
import type { Lock } from './missing-optional.ts'

const PRODUCTION_PACKAGES_MAX = 60

/** Few packages in production, exact versions, and no package that runs a script when it is installed. */
export const dependencies: Check = { name: 'dependencies', run: ({ files }) => findDependencyFaults(files) }

export function findDependencyFaults(files: TextFile[]): string[] {
  const lock = files.find(({ path }) => path === 'package-lock.json')
  if (!lock) return ['package-lock.json is missing']
  const { packages } = JSON.parse(lock.text) as Lock
  const production = Object.entries(packages).filter(
    ([path, entry]) =>
      path.includes('node_modules/') && entry.link !== true && entry.dev !== true && entry.devOptional !== true,
  )
  const scripted = production.filter(([, entry]) => entry.hasInstallScript === true)
  const tooMany = `package-lock.json: ${production.length} packages in production, at most ${PRODUCTION_PACKAGES_MAX}`
  return [
    ...(production.length > PRODUCTION_PACKAGES_MAX ? [tooMany] : []),
    ...scripted.map(([path]) => `package-lock.json: ${path} runs a script when it is installed`),
    ...findMissingOptional({ packages }).map(
      ({ name }) =>
        `package-lock.json lacks ${name}, npm ci will refuse it: node scripts/run.mjs scripts/complete-lock.ts`,
    ),
    ...files.filter(({ path }) => /^(packages\/[^/]+\/)?package\.json$/.test(path)).flatMap(findLooseVersions),
  ]
}

function findLooseVersions({ path, text }: TextFile): string[] {
  const manifest = JSON.parse(text) as Record<string, Record<string, string> | undefined>
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((field) =>
    Object.entries(manifest[field] ?? {})
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${path}: ${name} must have an exact version, not "${version}"`),
  )
}
