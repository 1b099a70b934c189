import { signal } from '@preact/signals'
import { codeLanguage } from './code-language.ts'
import type { highlight } from './highlight.ts'
import type { CodeToken } from './token-emitter.ts'

// Beyond these the grammars take a noticeable time for hostile text, and code for people has neither.
const LINE_LENGTH_MAX = 300
const CODE_LENGTH_MAX = 16_000

const loaded = signal<typeof highlight | undefined>(undefined)
let isAsked = false

/** The pieces of code with their colours, once the grammars are there. Components follow it. */
export function codeTokens(code: string, label: string): readonly CodeToken[] | undefined {
  const language = codeLanguage(label)
  return language !== undefined && isReadable(code) ? loaded.value?.(code, language) : undefined
}

/** Loads the grammars, when code of a known language is on screen. Not reached: the code stays without colours, the next block tries again. */
export function loadHighlight(code: string, label: string): void {
  if (isAsked || codeLanguage(label) === undefined || !isReadable(code)) return
  isAsked = true
  import('./highlight.ts').then(
    (module) => (loaded.value = module.highlight),
    () => (isAsked = false),
  )
}

function isReadable(code: string): boolean {
  return code.length <= CODE_LENGTH_MAX && code.split('\n').every((line) => line.length <= LINE_LENGTH_MAX)
}
