import type { ConnectionInfo } from '@natter/client'
import type { Place } from './place.ts'

/** The live connections as the owner sees them. */
export async function liveConnections(place: Place): Promise<ConnectionInfo[]> {
  const answer = await fetch(`${place.url}/v1/admin/connections`, {
    headers: { authorization: `Bearer ${place.person(0).token}` },
  })
  if (!answer.ok) throw new Error(`The owner may not see the connections: ${answer.status} ${await answer.text()}`)
  const { connections } = (await answer.json()) as { connections: ConnectionInfo[] }
  return connections
}
