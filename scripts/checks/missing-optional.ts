/** An entry of package-lock.json, as far as it is looked at. */
export type LockEntry = {
  version?: string
  link?: boolean
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  hasInstallScript?: boolean
  optionalDependencies?: Record<string, string>
  os?: string[]
  cpu?: string[]
  libc?: string[]
}
export type Lock = { packages: Record<string, LockEntry> }

/**
 * Optional packages that the lockfile names and does not hold. npm drops one when its registry does not carry it, and
 * then refuses to install from that lockfile at all.
 */
export function findMissingOptional({ packages }: Lock): { name: string; version: string; of: LockEntry }[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name, version]) => /^\d/.test(version) && !isHeld(packages, path, name))
      .map(([name, version]) => ({ name, version, of: entry })),
  )
}

function isHeld(packages: Record<string, LockEntry>, path: string, name: string): boolean {
  return `${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages
}
