// First, for it names the order of the style layers.
import './base/tokens.css'
import './base/reset.css'
import './base/contrast.css'
import './base/density.css'
import { createHttp, createNatter, defaultEnvironment, withFallback } from '@natter/client'
import { createPast } from '@natter/client/past'
import { computed, signal } from '@preact/signals'
import { render } from 'preact'
import type { App, DialogShown } from './app/app-context.ts'
import { systemClock } from './app/clock.ts'
import { createDismissals } from './app/dismissals.ts'
import { createEntrance } from './app/entrance.ts'
import type { Stage } from './app/entrance.ts'
import { focusSignal } from './app/focus.ts'
import { readerTime } from './app/format-time.ts'
import { createDeletions } from './timeline/deletions.ts'
import { createFrame, isMacLike } from './app/frame.ts'
import { createLanguageChoice } from './app/language-choice.ts'
import { createLooks } from './app/looks.ts'
import { mediaSignal } from './app/media.ts'
import { minuteSignal } from './app/minute.ts'
import { createNotices } from './app/notices.ts'
import { createEmojiHabits } from './emoji/emoji-habits.ts'
import { Root } from './app/root.tsx'
import { createRouter } from './app/router.ts'
import { watchSockets } from './app/socket-watch.ts'
import { sentenceOf } from './app/sentence-of.ts'
import { signedInMemory, storageOf } from './app/storage.ts'
import { createSendKeyChoice } from './composer/send-key.ts'
import type { CardShown } from './profile/card-shown.ts'
import { createEdits } from './room/edits.ts'
import { newId } from './offline/new-id.ts'
import { createOffline } from './offline/offline.ts'
import type { Stay } from './offline/offline.ts'
import { registerWorker } from './offline/register.ts'
import { watchChunks } from './offline/watch-chunks.ts'
import { realLanguages } from './words/languages.ts'
import { say } from './words/say.ts'

// The one file that wires the page to the browser and to the server it came from.
const url = location.origin
const storage = storageOf(() => localStorage)
const clock = systemClock
const router = createRouter(window)
const { documentElement: page } = document
const looks = createLooks({
  root: page,
  storage,
  tabs: window,
  wantsContrast: mediaSignal(window, '(prefers-contrast: more)'),
})
const languages = realLanguages(navigator.languages)
const language = createLanguageChoice({ root: page, storage, wanted: languages })
const sendKey = createSendKeyChoice(storage, window)
const time = readerTime(languages)
const minute = minuteSignal(clock)
const isNarrow = mediaSignal(window, '(max-width: 48em)')
const isTouch = mediaSignal(window, '(pointer: coarse)')
const hasFocus = focusSignal(window, document)
// Behind the settings nobody reads.
const isFocused = computed(() => hasFocus.value && router.route.value.at !== 'settings')
const link = watchSockets(defaultEnvironment(), withFallback)

const version = document.querySelector<HTMLMetaElement>('meta[name="natter-version"]')?.content
const update = registerWorker({ window, clock, version })
const offline = createOffline({
  clock,
  storage,
  window,
  newId: () => newId(defaultEnvironment().randomBytes),
  connect: (outbox) => createNatter({ url, client: 'web/0.1', storage: outbox, environment: link.environment }),
})
let stay: Stay | undefined

const entrance = createEntrance({
  http: createHttp({ url }),
  clock,
  recall: offline.recall,
  connect: (user, place, copy) => {
    stay = offline.enter(user, place, copy)
    return stay.natter
  },
  namePlace: async (name) => (await import('@natter/client/admin')).createAdmin({ url }).updatePlace({ name }),
  memory: signedInMemory(storage, window),
  onSignOut: async () => {
    await stay?.forget()
    router.replace({ at: 'home' })
  },
  onRefused: () => void offline.forgetCopy(),
})

let shown: { stage: Stage; app: App } | undefined

function appOf(stage: Extract<Stage, { at: 'inside' }>): App {
  if (shown?.stage === stage) return shown.app
  if (stay === undefined) throw new Error('Inside without a stay.')
  const { drafts, outbox, hasGreeted } = stay
  const dialog = signal<DialogShown | undefined>(undefined)
  const { natter, user, place } = stage
  const notices = createNotices(clock)
  const deletions = createDeletions({ natter, notices, clock, storage, user: user.id })
  if (stage.unnamed !== undefined) notices.tell(say('first.notNamed', { why: sentenceOf(stage.unnamed) }))
  const app: App = {
    natter,
    self: user.id,
    place,
    router,
    clock,
    time,
    minute,
    drafts,
    edits: createEdits(),
    hasGreeted,
    outbox,
    update,
    notices,
    past: createPast({ url }),
    deletions,
    emoji: createEmojiHabits(storage, user.id),
    dismissals: createDismissals(storage, user.id),
    ...createFrame({ natter, notices, router, isMac: isMacLike(navigator) }),
    looks,
    sendKey,
    language,
    dialog,
    card: signal<CardShown | undefined>(undefined),
    link,
    isNarrow,
    isTouch,
    isFocused,
    signOut: async (how) => {
      if (how === undefined && outbox.waiting.value > 0) dialog.value = { kind: 'unsentSignOut' }
      else {
        if (natter.connection.value.state === 'live') await deletions.carryOutNow()
        await entrance.signOut()
      }
    },
  }
  shown = { stage, app }
  return app
}

// The browser asks before it closes a page, or loads it anew, where what was written would not survive that.
addEventListener('beforeunload', (event) => {
  const isEditing = shown?.stage === entrance.stage.value && shown.app.edits.isAny.value
  if (isEditing || stay?.drafts.wouldLose() || stay?.outbox.wouldLose()) event.preventDefault()
})

watchChunks(
  window,
  () => shown?.app.natter.connection.value.state === 'live',
  (isGone) => {
    if (!isGone) shown?.app.notices.tell(say('offline.chunkAway'))
    else shown?.app.notices.offer(say('offline.chunkGone'), { label: say('app.reload'), run: update.reload })
  },
)

const root = document.getElementById('app')
const show = (): void => {
  if (root) render(<Root entrance={entrance} router={router} appOf={appOf} />, root)
}
void entrance.start()
// A language that does not load leaves the page in English.
language.begin().then(show, show)
