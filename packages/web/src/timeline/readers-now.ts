import type { Receipt } from '@natter/client'
import type { UserId } from '@natter/protocol'

/** How far others had read when that was asked for, and what had been told of it before. */
export interface EarlierReaders {
  readonly asked: ReadonlyMap<UserId, Receipt>
  readonly told: ReadonlyMap<UserId, Receipt>
}

/** How far others have read: whoever has moved since it was asked for, as that was told. A mark may go back, so the later counts. */
export function readersNow(
  { asked, told }: EarlierReaders,
  receipts: ReadonlyMap<UserId, Receipt>,
): ReadonlyMap<UserId, Receipt> {
  const moved = [...receipts].filter(([user, receipt]) => told.get(user) !== receipt)
  return new Map([...asked, ...moved])
}
