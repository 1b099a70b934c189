import type { UserId } from '@natter/protocol'
import type { Place } from '../parts/menu-place.ts'

/** Whose card is open, and beside what. */
export interface CardShown {
  user: UserId
  at: Place
}
