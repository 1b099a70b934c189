import type { User } from '@natter/protocol'
import type { Ports } from '../ports/ports.ts'

/** Tells everybody who sees this person what they look like now. */
export function tellUserChanged(ports: Ports, user: User): void {
  ports.bus.publish('all', { kind: 'user', json: JSON.stringify(user) })
}
