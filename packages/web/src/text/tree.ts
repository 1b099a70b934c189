/** A message's text as a tree. Components draw it; it never becomes HTML text. */
export type Block =
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'quote'; inside: Block[] }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'list'; ordered: boolean; items: ListItem[] }
  | { kind: 'table'; sides: Side[]; head: Inline[][]; rows: Inline[][][] }

/** `number` as typed, in ordered lists. */
export interface ListItem {
  number: number
  inside: Block[]
}

/** Where the cells of a column stand; undefined follows the text. */
export type Side = 'start' | 'center' | 'end' | undefined

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  /** `label` is absent where the address itself was typed. */
  | { kind: 'link'; text: string; href: string; label?: Inline[] }
  | { kind: 'mention'; handle: string; text: string }
  | { kind: 'everybody'; text: string }
  | { kind: 'room'; name: string }
  | { kind: 'emoji'; code: string; text: string }
  | { kind: Span; inside: Inline[] }

/** What stands between two marks. */
export type Span = 'strong' | 'emphasis' | 'strike' | 'spoiler'

/** An inline that was found in a text, and where it ends. */
export interface Found {
  inline: Inline
  end: number
}
