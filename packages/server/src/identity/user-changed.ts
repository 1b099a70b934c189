import type { User } from '@natter/protocol'
import type { Ports } from '../ports/ports.ts'

/** Tells everybody what this person is called and may do now. */
export function tellUserChanged(ports: Ports, user: User): void {
  ports.bus.publish('all', { kind: 'user', json: JSON.stringify(user) })
}
