import type { Member } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Avatar } from '../parts/avatar.tsx'
import { IconButton } from '../parts/button.tsx'
import { Name } from '../parts/name.tsx'
import { PresenceDot } from '../parts/presence-dot.tsx'
import { PersonButton } from '../profile/person-button.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { atHandle } from '../words/at-handle.ts'
import { say } from '../words/say.ts'

interface MemberRowProps {
  member: Member
  model: RoomModel
  mayRemove: boolean
}

/** One person of a room: who they are, whether they are there, and a word to them. */
export function MemberRow({ member, model, mayRemove }: MemberRowProps) {
  const { natter, self, router, notices, dialog } = useApp()
  const user = watch(natter.user(member.user))
  const person = user?.name ?? say('app.nobodyKnown')
  const isMe = member.user === self
  const talk = async (): Promise<void> => {
    const room = await natter.openDm([member.user])
    router.go({ at: 'room', room: room.id })
  }
  return (
    <li class="member">
      <Avatar user={member.user} />
      <div class="member__words">
        <p class="member__name">
          <PersonButton user={member.user}>
            <Name user={member.user} />
          </PersonButton>
          <PresenceDot user={member.user} />
        </p>
        <p class="member__handle">
          {user && atHandle(user.handle)}
          {member.role !== 'member' && ` · ${say(`members.role.${member.role}`)}`}
        </p>
      </div>
      {!isMe && (
        <IconButton
          icon="message"
          label={say('members.talk', { person })}
          onClick={() => void notices.attempt(talk())}
        />
      )}
      {!isMe && mayRemove && (
        <IconButton
          icon="close"
          label={say('members.remove', { person })}
          onClick={() => (dialog.value = { kind: 'removePerson', room: model.id, user: member.user })}
        />
      )}
    </li>
  )
}
