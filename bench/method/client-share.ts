/** A generator that uses more of its core than this measures itself. */
const CLIENT_SHARE_MAX = 0.7

/** Follows the CPU of this process, the generator, as a part of one core. */
export function clientShare(): () => number {
  const before = process.cpuUsage()
  const startedAt = performance.now()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000 / (performance.now() - startedAt)
  }
}

export function isClientBound(share: number): boolean {
  return share > CLIENT_SHARE_MAX
}
