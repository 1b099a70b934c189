import type { Keys } from './keys.ts'

/** Shortcuts of the whole page, from here to the answer. They rest while a modal window is open and where something nearer took the key. */
export function listenForKeys(keys: Keys, document: Document): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || document.querySelector('dialog:modal') !== null) return
    const id = keys.pressed('global', event)
    if (id !== undefined && keys.run(id)) event.preventDefault()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}
