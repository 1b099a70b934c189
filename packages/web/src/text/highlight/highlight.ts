import core from 'highlight.js/lib/core'
import type { CodeLanguage } from './code-language.ts'
import { GRAMMARS } from './languages.ts'
import { TokenEmitter } from './token-emitter.ts'
import type { CodeToken } from './token-emitter.ts'

for (const [name, grammar] of Object.entries(GRAMMARS)) core.registerLanguage(name, grammar)
core.configure({ __emitter: TokenEmitter })

/** Cuts code into pieces with their colours; together they are the code. The one chunk that has the grammars. */
export function highlight(code: string, language: CodeLanguage): readonly CodeToken[] {
  const { _emitter: emitter } = core.highlight(code, { language, ignoreIllegals: true })
  const tokens = emitter instanceof TokenEmitter ? emitter.tokens : []
  // A grammar that stumbles leaves the rest out; people must see all of it.
  const isWhole = tokens.reduce((length, { text }) => length + text.length, 0) === code.length
  return isWhole ? tokens : [{ colour: undefined, text: code }]
}
