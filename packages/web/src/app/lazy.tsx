import type { ComponentType, JSX } from 'preact'
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { say } from '../words/say.ts'
import { useApp } from './app-context.ts'

/** A component that comes in a file of its own when it is first drawn, or fetched ahead. */
export interface Lazy<Props extends object> {
  (props: Props): JSX.Element | null
  /** Fetches it, so that it is there at once later. Failing is no trouble yet: drawing it tries again. */
  fetch(): Promise<void>
}

/** When it does not come, the reader is told, and `onClose` of its props is called where there is one. */
export function lazy<Props extends { onClose?: () => void }>(load: () => Promise<ComponentType<Props>>): Lazy<Props> {
  const loaded = signal<ComponentType<Props> | undefined>(undefined)
  const get = async (): Promise<void> => {
    loaded.value ??= await load()
  }
  function Drawn(props: Props) {
    const { notices } = useApp()
    const Component = loaded.value
    useEffect(() => {
      get().catch(() => {
        notices.tell(say('frame.notLoaded'))
        props.onClose?.()
      })
    }, [])
    return Component === undefined ? null : <Component {...props} />
  }
  return Object.assign(Drawn, { fetch: () => get().catch(() => {}) })
}
