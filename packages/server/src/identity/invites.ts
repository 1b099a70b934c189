import { refuse } from '@natter/protocol'
import type { InviteCreate, Refusal } from '@natter/protocol'
import type { Actor, Ports } from '../ports/ports.ts'
import { hashToken, mintToken } from './tokens.ts'

const USES_DEFAULT = 1
const EXPIRES_IN_MS_DEFAULT = 7 * 86_400_000

/** A code that lets people sign up. The store keeps its hash. */
export async function createInvite(
  ports: Ports,
  actor: Actor,
  wanted: InviteCreate,
): Promise<{ code: string; expiresAt: number; uses: number } | Refusal> {
  if (actor.user.role === 'guest') return refuse('forbidden', 'Guests cannot invite people.')
  const code = mintToken('invite', ports.random)
  const now = ports.clock.now()
  const expiresAt = now + (wanted.expiresInMs ?? EXPIRES_IN_MS_DEFAULT)
  const uses = wanted.uses ?? USES_DEFAULT
  await ports.store.createInvite({ codeHash: hashToken(code), by: actor.user.id, createdAt: now, expiresAt, uses })
  ports.log.info('An invite was made.', { by: actor.user.id, uses })
  return { code, expiresAt, uses }
}
