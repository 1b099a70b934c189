interface Forwarded {
  /** What the reader says about it; may be empty. */
  comment: string
  text: string
  /** Who said it, and where. */
  from: string
  /** Its address, for those who may see it. */
  link: string
}

/** A message as somebody else passes it on: their words, then the message as a quote with its author and address. Only their words call anybody. */
export function forwardedText({ comment, text, from, link }: Forwarded): string {
  const quote = uncalled(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  const said = comment.trim()
  return `${said === '' ? '' : `${said}\n\n`}${quote}\n${uncalled(from)}: ${link}`
}

const ADDRESS = String.raw`https?:\/\/\S+`
// As the server reads names. Behind the @, or it would stand in front of a name still.
const CALL = String.raw`(?<![\p{L}\p{N}_@.-])@(?=[A-Za-z0-9._-])`
const ADDRESS_OR_CALL = new RegExp(`${ADDRESS}|${CALL}`, 'gu')
/** Cannot be seen, and is part of no name. */
const WORD_JOINER = '\u2060'

/** The same to read, with nobody called by it. */
function uncalled(text: string): string {
  return text.replaceAll(ADDRESS_OR_CALL, (found) =>
    found === '@' ? `@${WORD_JOINER}` : found.replaceAll(new RegExp(CALL, 'gu'), '%40'),
  )
}
