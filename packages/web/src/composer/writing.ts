import { signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { RoomHandle } from '@natter/client'
import type { App } from '../app/app-context.ts'
import { emojiOf, emojiSearch, loadEmoji } from '../emoji/load-emoji.ts'
import { applyEdit, writtenIn } from './apply-edit.ts'
import type { SlashCommand } from './commands/slash-command.ts'
import type { Edit, Written } from './edit.ts'
import type { PastedLines } from './paste/many-lines.ts'
import { commandSource } from './suggest/command-source.ts'
import { emojiSource } from './suggest/emoji-source.ts'
import { peopleSource } from './suggest/people-source.ts'
import { roomSource } from './suggest/room-source.ts'
import { shortcodeEdit } from './suggest/shortcode.ts'
import { createSuggesting } from './suggest/suggesting.ts'
import type { Suggesting } from './suggest/suggesting.ts'

/** One text somebody is writing: in the composer, or an edited message. */
export interface Writing {
  readonly text: ReadonlySignal<string>
  readonly suggesting: Suggesting
  /** Where it is written, while that is on screen. */
  area: HTMLTextAreaElement | null
  /** Many lines that were just pasted and may be meant as code. */
  readonly pastedLines: Signal<PastedLines | undefined>
  /** Call it after every change of the text by hand. */
  typed(isComposing: boolean): void
  /** Call it after the caret has moved. */
  moved(): void
  /** Changes the text as if by hand; nothing where `change` has nothing to say. */
  edit(change: (written: Written) => Edit | undefined): boolean
  submit(): void
}

interface WritingOptions {
  room: RoomHandle
  text: ReadonlySignal<string>
  setText: (text: string) => void
  submit: () => void
  /** Absent where a `/` is a slash. */
  loadCommands?: () => Promise<readonly SlashCommand[]>
}

export function createWriting(app: Pick<App, 'natter' | 'self' | 'clock'>, options: WritingOptions): Writing {
  const suggesting = createSuggesting(app.clock, [
    peopleSource(app, options.room),
    roomSource(app),
    emojiSource({ load: loadEmoji, search: emojiSearch }),
    ...(options.loadCommands ? [commandSource(options.loadCommands)] : []),
  ])
  const writing: Writing = {
    text: options.text,
    suggesting,
    area: null,
    pastedLines: signal(undefined),
    typed: (isComposing) => {
      if (!writing.area) return
      options.setText(writing.area.value)
      // In the middle of an IME's word nothing is a name yet.
      if (isComposing) return suggesting.close()
      const { text, from } = writtenIn(writing.area)
      const emoji = shortcodeEdit(text, from, emojiOf)
      if (emoji) applyEdit(writing.area, emoji)
      else writing.moved()
    },
    moved: () => {
      if (!writing.area) return
      const { text, from, to } = writtenIn(writing.area)
      if (from === to) suggesting.look(text, to)
      else suggesting.close()
    },
    edit: (change) => {
      const edit = writing.area && change(writtenIn(writing.area))
      if (!edit || !writing.area) return false
      applyEdit(writing.area, edit)
      return true
    },
    submit: options.submit,
  }
  return writing
}
