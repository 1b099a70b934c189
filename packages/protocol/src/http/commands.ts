import { z } from 'zod'
import { reply } from '../reply.ts'

/** How many commands one request may carry. */
export const COMMANDS_PER_REQUEST_MAX = 32

/** `POST /v1/commands`: each is read on its own, so that one that is malformed does not cost the others. */
export const commandList = z.array(z.unknown()).min(1).max(COMMANDS_PER_REQUEST_MAX)
/** In the order of the commands. */
export const commandReplies = z.object({ replies: z.array(reply) })
