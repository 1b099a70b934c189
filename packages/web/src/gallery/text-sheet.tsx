import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { LazyEmojiPicker } from '../emoji/lazy-emoji-picker.tsx'
import { Button } from '../parts/button.tsx'
import { Markup } from '../text/markup.tsx'
import { FakeApp } from './fake-app.tsx'
import { SUMMARIES } from './fake-rooms.ts'
import './parts-sheet.css'

const INLINE = `Plain, **bold**, *emphasis*, ***both***, ~~gone~~, \`code\`, **bold with *emphasis* and \`a**b\`**.
A spoiler: ||the *butler* did it||, and more. :tada: by name, \`:tada:\` in code, :no_such_emoji: stays.
@ana, @ben and @here; #concert is a room, #nowhere is none; ana@example.org is no mention.
https://example.org/a_(b), [the programme](https://example.org/programme), [write to us](mailto:hall@example.org).
¯\\_(ツ)_/¯ 2*3*4 snake_case_name **not closed, 10:30:45, [x](javascript:alert(1)), <b>no</b>
# Not a heading`

const LISTS = `To bring:
- music stands
- lamps
  - *two* for the cellos
  - one for the harp

    with its cable
1. Doors open
2. Tuning
5. Applause
- [ ] programme
- [x] flowers`

const QUOTES = `> Who has the key?
> > I thought Dai had it.
> - or Chloé
> \`\`\`
> box 3
> \`\`\`
I have.`

const TABLE = `| Piece | Composer | Minutes |
|:--|:-:|--:|
| Concerto for two violins | Bach | 15 |
| *Fratres* | Pärt | 11 |
| \`encore\\|none\` | | 3 |
After the table.`

const CODE = `\`\`\`ts
/** How long to wait. */
export async function backoffMs(attempt: number): Promise<number> {
  const base = Math.min(500 * 2 ** attempt, 30_000) // at most half a minute
  return attempt === 0 ? 0 : /^x/.test('xyz') ? base : Number(\`\${base}\`)
}
\`\`\`
\`\`\`diff
- the old line
+ the new line
\`\`\`
\`\`\`
no language, and a line that is so long that it has to be scrolled: ${'la '.repeat(60)}
\`\`\``

const MIXED = `مرحبا **بالجميع**، انظروا \`git status\`
English line below it.
- عنصر أول
- second item
> اقتباس قصير`

/** Everything a message's text can be. */
export function TextSheet() {
  return (
    <FakeApp state={{ rooms: SUMMARIES }} path="/" dialog={undefined}>
      <main class="parts">
        <h1 class="unseen">Text</h1>
        {[INLINE, LISTS, QUOTES, TABLE, CODE, MIXED].map((text) => (
          <section key={text} class="parts__column">
            <Markup text={text} ownHandle="ana" />
          </section>
        ))}
        <section class="parts__column">
          <Markup text="🎉👍" />
          <Markup text=":tada: :+1:" />
        </section>
      </main>
    </FakeApp>
  )
}

/** The emoji picker beside its opener. */
export function PickerSheet() {
  return (
    <FakeApp state={{}} path="/" dialog={undefined}>
      <main>
        <Picker />
      </main>
    </FakeApp>
  )
}

function Picker() {
  const opener = useRef<HTMLDivElement>(null)
  const shown = useSignal<HTMLElement | undefined>(undefined)
  useEffect(() => {
    shown.value = opener.current ?? undefined
  }, [])
  const close = (): void => {
    shown.value = undefined
  }
  return (
    <div ref={opener}>
      <Button onClick={() => (shown.value = opener.current ?? undefined)}>Emoji</Button>
      {shown.value && <LazyEmojiPicker opener={shown.value} onPick={close} onClose={close} />}
    </div>
  )
}
