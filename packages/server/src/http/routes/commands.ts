import { isRefusal, refuse } from '@natter/protocol'
import type { CommandType, Refusal } from '@natter/protocol'
import { commandList, commandReplies, COMMANDS, parseCommand } from '@natter/protocol/schemas'
import type { Json } from '@natter/protocol/schemas'
import { z } from 'zod'
import type { HttpDeps } from '../http-deps.ts'
import { signedInRoute } from '../route.ts'
import type { Actor } from '../../ports/ports.ts'

/** What is about a connection has no meaning without one. */
const OF_A_CONNECTION: ReadonlySet<CommandType> = new Set([
  'hello',
  'bye',
  'session.renew',
  'room.open',
  'room.close',
  'presence.set',
  'presence.watch',
  'activity',
])

const shown = (Object.keys(COMMANDS) as CommandType[]).filter((type) => !OF_A_CONNECTION.has(type))

export const commandRoutes = [
  signedInRoute(
    {
      method: 'post',
      path: '/v1/commands',
      does: 'Runs commands of the socket protocol one after the other, and answers in their order. Each succeeds or fails by itself.',
      body: commandList,
      bodyShownAs: z.array(z.union(shown.map((type) => COMMANDS[type].schema))),
      answer: commandReplies,
      cost: (commands) => commands.length,
    },
    async ({ body, actor }, deps) => {
      const replies: string[] = []
      for (const command of body) replies.push(await replyJson(command as Json, actor, deps))
      return { json: `{"replies":[${replies.join(',')}]}` }
    },
  ),
]

async function replyJson(value: Json, actor: Actor, { ports, runCommand }: HttpDeps): Promise<string> {
  const parsed = parseCommand(value)
  if (isRefusal(parsed)) return errorJson(parsed.id, parsed)
  const { command } = parsed
  if (OF_A_CONNECTION.has(command.type)) {
    const refused = refuse('bad_request', `"${command.type}" is about a connection; send it over a socket.`, {
      field: 'type',
    })
    return errorJson(command.id, refused)
  }
  const answer = await runCommand(ports, actor, command)
  if (isRefusal(answer)) return errorJson(command.id, answer)
  return `{"re":${command.id},"ok":${'json' in answer ? answer.json : JSON.stringify(answer.ok)}}`
}

function errorJson(id: number | null, { refused }: Refusal): string {
  return JSON.stringify({ re: id, error: refused })
}
