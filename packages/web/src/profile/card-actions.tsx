import type { UserId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { copy } from '../app/clipboard.ts'
import { watch } from '../app/view-signal.ts'
import { Button } from '../parts/button.tsx'
import { say } from '../words/say.ts'

/** What a card offers: a word to somebody else; one's own settings and the way out. */
export function CardActions({ user: id, onClose }: { user: UserId; onClose: () => void }) {
  const app = useApp()
  const { natter, self, router, notices, signOut } = app
  const handle = watch(natter.user(id))?.handle ?? ''
  const talk = async (): Promise<void> => {
    const room = await natter.openDm([id])
    onClose()
    router.go({ at: 'room', room: room.id })
  }
  const leave = (): void => {
    onClose()
    void notices.attempt(signOut())
  }
  const set = (): void => {
    onClose()
    router.go({ at: 'settings' })
  }
  return (
    <footer class="card__actions">
      {id === self ? (
        <>
          <Button look="main" icon="settings" onClick={set}>
            {say('settings.title')}
          </Button>
          <Button icon="leave" onClick={leave}>
            {say('dialogs.signOut')}
          </Button>
        </>
      ) : (
        <Button look="main" icon="message" onClick={() => void notices.attempt(talk())}>
          {say('profile.message')}
        </Button>
      )}
      <Button icon="copy" onClick={() => void copy(app, `@${handle}`, say('profile.copied'))}>
        {say('profile.copyHandle')}
      </Button>
    </footer>
  )
}
