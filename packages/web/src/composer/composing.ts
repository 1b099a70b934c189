import { signal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import type { App } from '../app/app-context.ts'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { asksEveryone, EVERYONE_UNASKED_MAX } from './asks-everyone.ts'
import { loadCommands } from './commands/load-commands.ts'
import { readCommand } from './commands/read-command.ts'
import { runCommand } from './commands/run-command.ts'
import { roomLeft } from './room-left.ts'
import { createWriting } from './writing.ts'
import type { Writing } from './writing.ts'

/** A composer without the drawing of it. */
export interface Composing {
  readonly model: RoomModel
  readonly writing: Writing
  /** Why the text was not sent. */
  readonly problem: Signal<string | undefined>
  /** A message to so many people waits for a yes. */
  readonly asking: Signal<{ text: string; people: number } | undefined>
  readonly isFormatting: Signal<boolean>
  /** Sends what was asked about. */
  confirm(): void
}

type ComposingApp = Pick<App, 'natter' | 'self' | 'clock' | 'router' | 'dialog' | 'settings' | 'notices'>

export function createComposing(app: ComposingApp, model: RoomModel): Composing {
  const problem = signal<string | undefined>(undefined)
  const asking = signal<Composing['asking']['value']>(undefined)
  let isRunning = false
  const writing = createWriting(app, {
    room: model.handle,
    text: model.text,
    setText: (text) => {
      problem.value = undefined
      model.setText(text)
      model.handle.typing(text.trim() !== '')
    },
    submit: () => void submit(),
    loadCommands,
  })
  const post = (text: string): void => {
    model.setText(text)
    writing.suggesting.close()
    writing.pastedLines.value = undefined
    // A refusal shows at the message itself, with what can be done about it.
    model.send()?.sent.catch(() => {})
    writing.area?.focus()
  }
  const speak = (text: string): void => {
    const left = roomLeft(text, app.natter.limits.value)
    const people = model.handle.info.value?.members ?? 0
    if (left !== undefined && left < 0) problem.value = say('composer.tooLong', { count: -left })
    else if (people > EVERYONE_UNASKED_MAX && asksEveryone(text)) asking.value = { text, people }
    else post(text)
  }
  const submit = async (): Promise<void> => {
    const written = model.text.value
    const said = readCommand(written)
    if (said.kind === 'text') return said.text === '' ? undefined : speak(said.text)
    if (isRunning) return
    isRunning = true
    const outcome = await run(said)
    isRunning = false
    const isUntouched = model.text.value === written
    if (outcome.kind === 'refused') problem.value = outcome.why
    else if (outcome.kind === 'send' && isUntouched) speak(outcome.text)
    else if (outcome.kind === 'done') {
      if (isUntouched) model.setText('')
      model.handle.typing(false)
      if (outcome.tell !== undefined) app.notices.tell(outcome.tell)
    }
  }
  const run = async ({ name, rest }: { name: string; rest: string }): ReturnType<typeof runCommand> => {
    const commands = await loadCommands().catch(() => undefined)
    if (!commands) return { kind: 'refused', why: say('composer.commandsMissing') }
    return runCommand(commands, name, { app, room: model.handle, rest })
  }
  return {
    model,
    writing,
    problem,
    asking,
    isFormatting: signal(false),
    confirm: () => {
      const text = asking.value?.text
      asking.value = undefined
      if (text !== undefined) post(text)
    },
  }
}
