// First, for it names the order of the style layers.
import './base/tokens.css'
import './base/reset.css'
import './base/contrast.css'
import { createHttp, createNatter } from '@natter/client'
import { signal } from '@preact/signals'
import { render } from 'preact'
import type { App, DialogShown } from './app/app-context.ts'
import { systemClock } from './app/clock.ts'
import { createEntrance } from './app/entrance.ts'
import type { Stage } from './app/entrance.ts'
import { focusSignal } from './app/focus.ts'
import { readerTime } from './app/format-time.ts'
import { createLanguageChoice } from './app/language-choice.ts'
import { createLooks } from './app/looks.ts'
import { mediaSignal } from './app/media.ts'
import { minuteSignal } from './app/minute.ts'
import { createNotices } from './app/notices.ts'
import { Root } from './app/root.tsx'
import { createOutboxStore } from './app/outbox-store.ts'
import { createRouter } from './app/router.ts'
import { signedInMemory, storageOf } from './app/storage.ts'
import { createDrafts } from './composer/drafts.ts'

// The one file that wires the page to the browser and to the server it came from.
const url = location.origin
const storage = storageOf(() => localStorage)
const outbox = createOutboxStore(storageOf(() => sessionStorage))
const clock = systemClock
const router = createRouter(window)
const { documentElement: page } = document
const looks = createLooks({ root: page, storage, wantsContrast: mediaSignal(window, '(prefers-contrast: more)') })
const language = createLanguageChoice({ root: page, storage, wanted: navigator.languages })
const time = readerTime(navigator.languages)
const minute = minuteSignal(clock)
const isNarrow = mediaSignal(window, '(max-width: 48em)')
const isTouch = mediaSignal(window, '(pointer: coarse)')
const isFocused = focusSignal(window, document)

const entrance = createEntrance({
  http: createHttp({ url }),
  connect: () => createNatter({ url, client: 'web/0.1', storage: outbox }),
  memory: signedInMemory(storage),
  onSignOut: (user) => {
    createDrafts(storage, user.id).clear()
    router.replace({ at: 'home' })
  },
})

let shown: { stage: Stage; app: App } | undefined

function appOf(stage: Extract<Stage, { at: 'inside' }>): App {
  if (shown?.stage === stage) return shown.app
  const { natter, user, place } = stage
  const app: App = {
    natter,
    self: user.id,
    place,
    router,
    clock,
    time,
    minute,
    drafts: createDrafts(storage, user.id),
    notices: createNotices(clock),
    looks,
    language,
    dialog: signal<DialogShown | undefined>(undefined),
    isNarrow,
    isTouch,
    isFocused,
    signOut: () => entrance.signOut(),
  }
  shown = { stage, app }
  return app
}

// The browser asks before it closes a page with messages that wait.
addEventListener('beforeunload', (event) => {
  if (!outbox.isEmpty()) event.preventDefault()
})

const root = document.getElementById('app')
const show = (): void => {
  if (root) render(<Root entrance={entrance} router={router} appOf={appOf} />, root)
}
void entrance.start()
// A language that does not load leaves the page in English.
language.begin().then(show, show)
