import type { ComponentChildren } from 'preact'
import { EmojiMark } from './emoji-mark.tsx'
import { MentionMark } from './mention-mark.tsx'
import { RoomLink } from './room-link.tsx'
import { Spoiler } from './spoiler.tsx'
import { TextLink } from './text-link.tsx'
import type { Inline } from './tree.ts'

/** What stands in a line. */
export function Inlines({ inside, ownHandle }: { inside: readonly Inline[]; ownHandle: string | undefined }) {
  return inside.map((inline, key) => draw(inline, key, ownHandle))
}

function draw(inline: Inline, key: number, ownHandle: string | undefined): ComponentChildren {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return (
        <code key={key} class="markup__code" dir="ltr">
          {inline.text}
        </code>
      )
    case 'link':
      return (
        <TextLink
          key={key}
          text={inline.text}
          href={inline.href}
          label={inline.label && <Inlines inside={inline.label} ownHandle={ownHandle} />}
        />
      )
    case 'mention':
      return <MentionMark key={key} handle={inline.handle} text={inline.text} ownHandle={ownHandle} />
    case 'everybody':
      return (
        <span key={key} class="mention mention--me">
          {inline.text}
        </span>
      )
    case 'room':
      return <RoomLink key={key} name={inline.name} />
    case 'emoji':
      return <EmojiMark key={key} code={inline.code} text={inline.text} />
    case 'strong':
      return <strong key={key}>{<Inlines inside={inline.inside} ownHandle={ownHandle} />}</strong>
    case 'strike':
      return <s key={key}>{<Inlines inside={inline.inside} ownHandle={ownHandle} />}</s>
    case 'emphasis':
      return <em key={key}>{<Inlines inside={inline.inside} ownHandle={ownHandle} />}</em>
    case 'spoiler':
      return <Spoiler key={key}>{<Inlines inside={inline.inside} ownHandle={ownHandle} />}</Spoiler>
  }
}
