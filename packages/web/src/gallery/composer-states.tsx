import type { ComponentChildren } from 'preact'
import { retryAt } from './fake-natter.ts'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { App, DialogShown } from '../app/app-context.ts'
import { Shell } from '../app/shell.tsx'
import { FakeApp } from './fake-app.tsx'
import { conversation } from './fake-conversation.ts'
import { concert, SUMMARIES } from './fake-rooms.ts'

const MANY_LINES = Array.from({ length: 42 }, (_, line) => `  at step ${line + 1}`).join('\n')
const LARGE_ROOM = { ...concert, members: 214 }

/** Where one writes, in its states: what is done there is done as if by hand. */
export const COMPOSER_STATES: Record<string, () => ComponentChildren> = {
  'compose-people': () => shell(() => type('Has anybody seen @')),
  'compose-rooms': () => shell(() => type('That belongs to #')),
  'compose-emoji': () => shell(() => type('Well done :cla')),
  'compose-commands': () => shell(() => type('/')),
  'compose-formats': () =>
    shell(() => {
      type('We meet at **six**, not at seven:\n- bring the stands\n- and the lamps')
      document.querySelector<HTMLElement>('.composer__tools .icon-button')?.click()
    }),
  'compose-too-long': () =>
    shell((app) => {
      app.drafts.of(concert.id).text.value = 'And then she said that '.repeat(350)
      send()
    }),
  'compose-many-lines': () => shell(() => paste(MANY_LINES)),
  'compose-refused': () =>
    shell(() => {
      type('/dance now')
      send()
    }),
  'compose-reply': () =>
    shell((app) => {
      app.drafts.of(concert.id).replyTo.value = 13
      type('I have it.')
    }),
  'compose-offline': () => shell(() => {}, { isOffline: true }),
  'compose-everyone': () =>
    shell(() => {
      type('@all the hall is ours from four on')
      send()
    }),
  'edit-message': () => shell(() => press('ArrowUp')),
  'dialog-commands': () => shell(() => {}, { dialog: { kind: 'commands' } }),
}

function shell(
  run: (app: App) => void,
  { dialog, isOffline = false }: { dialog?: DialogShown; isOffline?: boolean } = {},
) {
  const rooms = SUMMARIES.map((each) => (each.id === concert.id ? { ...each, room: LARGE_ROOM } : each))
  return (
    <FakeApp
      state={{
        rooms,
        timeline: { items: conversation(), readMark: { seq: 16, n: 16 } },
        ...(isOffline ? { connection: { state: 'waiting', attempt: 3, retryAt: retryAt(), why: 'No answer.' } } : {}),
      }}
      path={`/r/${concert.id}`}
      dialog={dialog}
    >
      <Shell />
      <Run run={run} />
    </FakeApp>
  )
}

function Run({ run }: { run: (app: App) => void }) {
  const app = useApp()
  useEffect(() => run(app), [])
  return null
}

function area(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('#composer-text')
}

function type(text: string): void {
  area()?.focus()
  document.execCommand('insertText', false, text)
}

function paste(text: string): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  area()?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  type(text)
}

function press(key: string): void {
  area()?.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }))
}

function send(): void {
  area()?.form?.requestSubmit()
}
