import type { RoomHandle } from '@natter/client'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { say } from '../words/say.ts'
import { whoTypes } from './who-types.ts'
import './typing-line.css'

/** Who is typing. As high when nobody is, so that nothing jumps. */
export function TypingLine({ handle }: { handle: RoomHandle }) {
  const { natter } = useApp()
  const names = watch(handle.typists).map((user) => watch(natter.user(user))?.name ?? say('composer.somebody'))
  const line = whoTypes(names)
  return (
    <p class="typing" data-testid="typing">
      {line !== '' && (
        <>
          <span class="typing__dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <bdi>{line}</bdi>
        </>
      )}
    </p>
  )
}
