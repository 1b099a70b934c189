import { z } from 'zod'
import { cid, roomId, seq } from '../id-schemas.ts'
import { command, written } from './command.ts'

const emoji = z
  .string()
  .max(64)
  .regex(/^(?:\p{RGI_Emoji}|:[a-z0-9_+\-]{1,40}:)$/v, 'must be one emoji, or a shortcode between colons')
const fields = { room: roomId, seq, emoji, cid }

export const reactionAdd = command('reaction.add', fields)
export const reactionAddReply = written
export const reactionRemove = command('reaction.remove', fields)
export const reactionRemoveReply = written
