import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { View } from '@natter/client'

export type Settings = Readonly<Record<string, unknown>>

/** What one has set, the same on every device. A change shows at once, and goes back when the server refuses it. */
export interface OwnSettings {
  readonly all: ReadonlySignal<Settings>
  /** Null takes a key out. */
  set(change: Settings): void
}

export interface SettingsSource {
  readonly settings: View<Settings>
  setSettings(change: Record<string, unknown>): Promise<void>
}

interface Ahead {
  change: Settings
  /** The server has it; what it tells next includes it. */
  isKept: boolean
}

/** Follows the settings for as long as the connection lives. */
export function createOwnSettings(source: SettingsSource, onRefused: (error: unknown) => void): OwnSettings {
  const all = signal(source.settings.value)
  let ahead: Ahead[] = []
  const update = (): void => {
    all.value = ahead.reduce((settings, { change }) => merged(settings, change), source.settings.value)
  }
  const drop = (mine: Ahead): void => {
    ahead = ahead.filter((each) => each !== mine)
    update()
  }
  source.settings.subscribe(() => {
    ahead = ahead.filter(({ isKept }) => !isKept)
    update()
  })
  return {
    all,
    set: (change) => {
      const mine = { change, isKept: false }
      ahead = [...ahead, mine]
      update()
      source.setSettings({ ...change }).then(
        () => {
          mine.isKept = true
          if (holds(source.settings.value, change)) drop(mine)
        },
        (error: unknown) => {
          drop(mine)
          onRefused(error)
        },
      )
    },
  }
}

function merged(settings: Settings, change: Settings): Settings {
  return Object.fromEntries(Object.entries({ ...settings, ...change }).filter(([, value]) => value !== null))
}

function holds(settings: Settings, change: Settings): boolean {
  return Object.entries(change).every(([key, value]) => JSON.stringify(settings[key] ?? null) === JSON.stringify(value))
}
