/** Where the presented refresh token stands in its session: the present one, the one before it, or any older one. */
export interface RotationFacts {
  token: 'present' | 'parent' | 'older'
  /** When the present token took the place of its parent; undefined while it never did. */
  rotatedAt: number | undefined
  /** The absolute end of the session. */
  endsAt: number
  now: number
  graceMs: number
}

/**
 * What presenting a refresh token does (RFC 9700, 4.14.2). `repeat`: the answer to the last rotation was lost, nothing is
 * rotated again. `revoke`: somebody holds a token that was spent; nobody knows who, so the whole session ends.
 */
export function decideRotation(facts: RotationFacts | undefined): 'rotate' | 'repeat' | 'revoke' | 'unknown' {
  if (facts === undefined || facts.now >= facts.endsAt) return 'unknown'
  if (facts.token === 'present') return 'rotate'
  const { rotatedAt = -Infinity } = facts
  return facts.token === 'parent' && facts.now - rotatedAt <= facts.graceMs ? 'repeat' : 'revoke'
}
