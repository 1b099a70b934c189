interface Forwarded {
  /** What the reader says about it; may be empty. */
  comment: string
  text: string
  /** Who said it, and where. */
  from: string
  /** Its address, for those who may see it. */
  link: string
}

/** A message as somebody else passes it on: their words, then the message as a quote with its author and address. */
export function forwardedText({ comment, text, from, link }: Forwarded): string {
  const quote = text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  const said = comment.trim()
  return `${said === '' ? '' : `${said}\n\n`}${quote}\n${from}: ${link}`
}
