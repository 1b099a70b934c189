import type { Receipt, TimelineItem } from '@natter/client'
import type { UserId } from '@natter/protocol'

/** One's own last message of a conversation, when all the others have read it. Undefined: there is none, or not all have. */
export function seenByAll(
  items: readonly TimelineItem[],
  { self, others, receipts }: { self: UserId; others: readonly UserId[]; receipts: ReadonlyMap<UserId, Receipt> },
): number | undefined {
  const last = items.findLast((item) => item.kind === 'message' && item.message.by === self)
  if (last?.kind !== 'message' || last.message.deletedAt !== undefined || others.length === 0) return undefined
  const { seq } = last.message
  return others.every((user) => (receipts.get(user)?.readSeq ?? 0) >= seq) ? seq : undefined
}
