import type { App } from '../app/app-context.ts'
import type { Candidate } from './candidates.ts'

/** Goes where an answer leads: opens a conversation one does not have yet, joins a room one is not in, does what is a command. */
export async function goTo({ natter, router, keys, notices }: App, candidate: Candidate): Promise<void> {
  switch (candidate.kind) {
    case 'room':
      return router.go({ at: 'room', room: candidate.summary.id })
    case 'found':
      if (await notices.attempt(natter.joinRoom(candidate.room.id))) router.go({ at: 'room', room: candidate.room.id })
      return undefined
    case 'person':
      await notices.attempt(natter.openDm([candidate.user.id]).then((room) => router.go({ at: 'room', room: room.id })))
      return undefined
    case 'command':
      keys.run(candidate.id)
      return undefined
  }
}
