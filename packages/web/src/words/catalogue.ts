/** One text of the page. `{name}` stands for what comes in; a text that counts has a form for each plural of its language, chosen by `count`. */
export type Entry = string | Plural
export type Plural = { readonly [form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string } & { readonly other: string }

/** The same texts in another language. What is missing, or too much, is a type error. */
export type Translation<English> = { readonly [Key in keyof English]: English[Key] extends string ? string : Plural }

/** The names of what comes in to a text. */
export type Holes<E> = E extends string
  ? HolesIn<E>
  : E extends { readonly other: infer Other }
    ? HolesIn<Other> | 'count'
    : never

type HolesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | HolesIn<Rest> : never

/** A text with what comes in put in its place: words and holes by turns. Holes without anything to fill them stay as they are. */
export function fill<Part>(text: string, filling: Readonly<Record<string, Part>>): (string | Part)[] {
  return text
    .split(HOLE)
    .map((piece, index) => (index % 2 === 0 ? piece : Object.hasOwn(filling, piece) ? filling[piece] : `{${piece}}`))
    .filter((piece): piece is string | Part => piece !== '' && piece !== undefined)
}

const HOLE = /\{(\w+)\}/
