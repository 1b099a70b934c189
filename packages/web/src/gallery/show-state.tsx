import { systemClock } from '../app/clock.ts'
import { render } from 'preact'
import { LANGUAGES, PSEUDO_LANGUAGES } from '../words/languages.ts'
import { language } from '../words/say.ts'
import type { StateLooks } from './state-looks.ts'
import { STATES } from './states.tsx'

/** Frames without a change after which a state counts as drawn, and frames after which it never will. */
const STILL_FRAMES = 2
const FRAMES_MAX = 120

/** Takes away the state that is shown and draws another one from nothing; the list of all of them for a name that there is not. Answers once nothing moves in it any more. */
export async function showState(name: string, looks: StateLooks = {}): Promise<void> {
  const root = document.getElementById('app')
  if (!root) throw new Error('The gallery has no element "app".')
  render(null, root)
  // What a state left open in the top layer, or wrote on the document.
  root.replaceChildren()
  for (const key of ['theme', 'density'] as const) {
    const value = looks[key]
    if (value === undefined) delete document.documentElement.dataset[key]
    else document.documentElement.dataset[key] = value
  }
  const tag = looks.language ?? 'en'
  const offer = [...LANGUAGES, ...PSEUDO_LANGUAGES].find((each) => each.tag === tag)
  if (!offer) throw new Error(`There is no language "${tag}".`)
  if (language.value.tag !== tag) language.value = await offer.load()
  const state = STATES[name]
  render(state ? state() : <StateList />, root)
  await stillness(root, name)
}

async function stillness(root: HTMLElement, name: string): Promise<void> {
  let still = 0
  const watch = new MutationObserver(() => (still = 0))
  watch.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
  try {
    for (let frame = 0; frame < FRAMES_MAX; frame++) {
      if (still++ >= STILL_FRAMES) return
      await new Promise((resolve) => requestAnimationFrame(() => systemClock.after(0, () => resolve(undefined))))
    }
    throw new Error(`The state "${name}" never stands still.`)
  } finally {
    watch.disconnect()
  }
}

function StateList() {
  return (
    <ul class="gallery">
      {Object.keys(STATES).map((name) => (
        <li key={name}>
          <a href={`?state=${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}
