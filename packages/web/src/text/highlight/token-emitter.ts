import type { Emitter } from 'highlight.js'

const COLOURS = {
  keyword: 'keyword built_in literal selector-tag tag doctag operator',
  string: 'string regexp symbol char quote link code',
  number: 'number',
  comment: 'comment',
  title: 'title function section name selector-id selector-class',
  type: 'type class attr attribute property variable params bullet',
  meta: 'meta template-variable subst',
  added: 'addition',
  removed: 'deletion',
} as const

export type CodeColour = keyof typeof COLOURS

/** A piece of code, and what kind of thing it is. */
export interface CodeToken {
  colour: CodeColour | undefined
  text: string
}

// Born here: the keys of the table above.
const COLOUR_OF = new Map(
  Object.entries(COLOURS).flatMap(([colour, scopes]) => scopes.split(' ').map((each) => [each, colour as CodeColour])),
)

/** Takes what highlight.js finds as a flat list, in place of the HTML text it would write. */
export class TokenEmitter implements Emitter {
  readonly tokens: CodeToken[] = []
  private readonly colours: (CodeColour | undefined)[] = []

  startScope(scope: string): void {
    this.colours.push(COLOUR_OF.get(scope.split('.')[0] ?? '') ?? this.colours.at(-1))
  }

  endScope(): void {
    this.colours.pop()
  }

  // The same under the names that highlight.js itself goes by for most of what it finds.
  openNode(scope: string): void {
    this.startScope(scope)
  }

  closeNode(): void {
    this.endScope()
  }

  addText(text: string): void {
    const colour = this.colours.at(-1)
    const last = this.tokens.at(-1)
    if (text === '') return
    if (last?.colour === colour && last !== undefined) last.text += text
    else this.tokens.push({ colour, text })
  }

  /** Code of another language inside. */
  __addSublanguage(emitter: Emitter): void {
    if (!(emitter instanceof TokenEmitter)) return
    for (const { colour, text } of emitter.tokens) this.tokens.push({ colour: colour ?? this.colours.at(-1), text })
  }

  finalize(): void {
    this.colours.length = 0
  }

  toHTML(): string {
    return ''
  }
}
