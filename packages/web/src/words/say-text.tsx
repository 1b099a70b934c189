import type { ComponentChildren } from 'preact'
import { Fragment } from 'preact'
import { sayAround } from './say.ts'
import type { WordHoles, WordKey } from './say.ts'

type SayProps<Key extends WordKey> = { id: Key } & Readonly<Record<WordHoles<Key>, ComponentChildren>>

/** A text of the page with components in it: `<Say id="system.added" who={<Name user={by} />} whom={…} />`. */
export function Say<Key extends WordKey>({ id, ...filling }: SayProps<Key>) {
  return sayAround<ComponentChildren>(id, filling).map((part, index) => <Fragment key={index}>{part}</Fragment>)
}
