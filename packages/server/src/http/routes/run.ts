import { isRefusal } from '@natter/protocol'
import type { Cid, CommandOf, CommandType } from '@natter/protocol'
import type { HttpDeps } from '../http-deps.ts'
import type { HttpReply, SignedInCall } from '../route.ts'
import { givenCid, mintCid } from '../write-cid.ts'

type AnyCall = Pick<SignedInCall<unknown, unknown, unknown>, 'actor' | 'header'>

/** Runs a command by the same door as sockets. The `id` of the wire is of no use here. */
export async function run<Type extends CommandType>(
  { actor }: AnyCall,
  { ports, runCommand }: HttpDeps,
  command: Omit<CommandOf<Type>, 'id'> & { type: Type },
): Promise<HttpReply> {
  return runCommand(ports, actor, { id: 0, ...command } as unknown as CommandOf<Type>)
}

/** The same for a command that writes: with the `cid` of the body or of `Idempotency-Key`, or a new one. */
export async function runWrite<Type extends CommandType>(
  call: AnyCall,
  deps: HttpDeps,
  command: Omit<CommandOf<Type>, 'id' | 'cid'> & { type: Type; cid?: Cid | undefined },
): Promise<HttpReply> {
  const given = givenCid(command.cid, call.header('idempotency-key'))
  if (isRefusal(given)) return given
  const withCid = { ...command, cid: given.cid ?? mintCid(deps) }
  return run(call, deps, withCid as unknown as Omit<CommandOf<Type>, 'id'> & { type: Type })
}
