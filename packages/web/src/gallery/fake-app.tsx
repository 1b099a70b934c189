import type { PlaceInfo } from '@natter/client'
import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { AppContext } from '../app/app-context.ts'
import type { App, DialogShown } from '../app/app-context.ts'
import { systemClock } from '../app/clock.ts'
import { createDismissals } from '../app/dismissals.ts'
import type { Entrance } from '../app/entrance.ts'
import { spokenTime } from '../app/format-time.ts'
import { createFrame } from '../app/frame.ts'
import { createLanguageChoice } from '../app/language-choice.ts'
import { createLooks } from '../app/looks.ts'
import { mediaSignal } from '../app/media.ts'
import { createNotices } from '../app/notices.ts'
import { createEmojiHabits } from '../emoji/emoji-habits.ts'
import type { Router } from '../app/router.ts'
import { parseRoute } from '../app/routes.ts'
import { createSendKeyChoice } from '../composer/send-key.ts'
import { createDrafts } from '../offline/drafts.ts'
import { createEdits } from '../room/edits.ts'
import type { NatterPast } from '@natter/client/past'
import { NOW } from './fake-conversation.ts'
import { fakeNatter } from './fake-natter.ts'
import type { FakeState } from './fake-natter.ts'
import { planted } from './planted-text.ts'
import { ana, ben } from './fake-people.ts'

export const PLACE: PlaceInfo = {
  name: planted('Old Town Orchestra'),
  signup: 'invite',
  empty: false,
  version: '0.1.0',
}

const refuse = (): Promise<never> => Promise.reject(new Error('The gallery lets nobody in.'))

export const fakeEntrance: Entrance = {
  stage: signal({ at: 'starting' as const }),
  start: () => Promise.resolve(),
  signUp: refuse,
  signIn: refuse,
  signOut: refuse,
}

/** A router that leaves the address bar alone. */
export function fakeRouter(path: string): Router {
  const route = signal(parseRoute(path))
  const go: Router['go'] = (to) => {
    route.value = to
  }
  return {
    route,
    revisits: signal(0),
    isReturn: false,
    go,
    replace: go,
    up: go,
    outOf: (_, to) => go(to),
    layer: () => () => {},
  }
}

const CONTRAST = '(prefers-contrast: more)'
const NO_TABS = { post: () => {}, listen: () => () => {}, close: () => {} }

const FAKE_PAST: NatterPast = {
  versions: () =>
    Promise.resolve({
      versions: [
        { text: planted('Who has the key to the side door?'), at: NOW - 9 * 60_000, by: ben.id },
        {
          text: 'Who has the key to the side door? I thought `dai` had it, but he says no.',
          at: NOW - 8 * 60_000,
          by: ben.id,
        },
      ],
      more: false,
    }),
  seqAt: () => Promise.resolve(5),
}

interface FakeAppProps {
  state: FakeState
  path: string
  dialog: DialogShown | undefined
  children: ComponentChildren
}

/** The signed-in page around a fake connection. */
export function FakeApp({ state, path, dialog, children }: FakeAppProps) {
  const app = useMemo<App>(() => {
    const natter = fakeNatter(state)
    const router = fakeRouter(path)
    const notices = createNotices(systemClock)
    return {
      ...createFrame({ natter, notices, router, isMac: false }),
      natter,
      self: ana.id,
      place: PLACE,
      router,
      clock: systemClock,
      time: spokenTime({ timeZone: 'UTC', hour12: false }),
      minute: signal(NOW),
      drafts: createDrafts({ storage: undefined, channel: NO_TABS, clock: systemClock, account: ana.id }),
      edits: createEdits(),
      hasGreeted: () => true,
      outbox: { waiting: signal(state.unsent ?? 0) },
      update: { isReady: signal(state.hasUpdate ?? false), reload: () => {}, check: () => {} },
      notices,
      deletions: { hidden: () => new Set<number>(), delete: () => {}, carryOutNow: async () => {} },
      past: FAKE_PAST,
      emoji: createEmojiHabits(undefined, ana.id),
      dismissals: createDismissals(undefined, ana.id),
      sendKey: createSendKeyChoice(undefined),
      looks: createLooks({
        root: document.documentElement,
        storage: undefined,
        wantsContrast: mediaSignal(window, CONTRAST),
      }),
      language: createLanguageChoice({ root: document.documentElement, storage: undefined, wanted: ['en-GB'] }),
      dialog: signal(dialog),
      card: signal(state.card),
      link: { isRestarting: signal(state.isRestarting === true), road: signal('websocket' as const) },
      isNarrow: mediaSignal(window, '(max-width: 48em)'),
      isTouch: state.isTouch === undefined ? mediaSignal(window, '(pointer: coarse)') : signal(state.isTouch),
      isFocused: signal(true),
      signOut: refuse,
    }
  }, [])
  return <AppContext.Provider value={app}>{children}</AppContext.Provider>
}
