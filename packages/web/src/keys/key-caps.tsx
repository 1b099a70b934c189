import { Fragment } from 'preact'
import type { Chord } from './chord.ts'
import { keyCaps } from './show-chord.ts'
import { say } from '../words/say.ts'
import './key-caps.css'

/** Chords as keyboards print them. */
export function KeyCaps({ chords, isMac }: { chords: readonly Chord[]; isMac: boolean }) {
  if (chords.length === 0) return <span class="key-caps key-caps--none">{say('keys.none')}</span>
  return (
    <span class="key-caps">
      {chords.map((chord, index) => (
        <Fragment key={chord}>
          {index > 0 && <span class="key-caps__or">{say('keys.or')}</span>}
          <span class="key-caps__chord">
            {keyCaps(chord, isMac).map((cap) => (
              <kbd key={cap}>{cap}</kbd>
            ))}
          </span>
        </Fragment>
      ))}
    </span>
  )
}
