const SEQ_KEY = Buffer.from('"seq":')
const POSTED = Buffer.from('{"type":"message.posted"')
const REPLY = Buffer.from('{"re":')

/** The seq of a `message.posted` frame, or 0 of any other frame, without parsing it. */
export function postedSeq(frame: Buffer): number {
  if (!startsWith(frame, POSTED)) return 0
  return numberAt(frame, frame.indexOf(SEQ_KEY, POSTED.length) + SEQ_KEY.length)
}

/** The id of the command that a reply is to, or 0 of any other frame. */
export function replyId(frame: Buffer): number {
  return startsWith(frame, REPLY) ? numberAt(frame, REPLY.length) : 0
}

function startsWith(frame: Buffer, start: Buffer): boolean {
  return frame.length >= start.length && frame.compare(start, 0, start.length, 0, start.length) === 0
}

function numberAt(frame: Buffer, start: number): number {
  let value = 0
  for (let at = start; ; at++) {
    const digit = (frame[at] ?? 0) - 48
    if (digit < 0 || digit > 9) return value
    value = value * 10 + digit
  }
}
