/** A masked text frame; the mask is zero, which is legal and leaves the payload as it is. */
export function clientFrame(text: string): Buffer {
  const payload = Buffer.from(text)
  const isShort = payload.length < 126
  const frame = Buffer.alloc((isShort ? 6 : 8) + payload.length)
  frame[0] = 0x81
  frame[1] = 0x80 | (isShort ? payload.length : 126)
  if (!isShort) frame.writeUInt16BE(payload.length, 2)
  payload.copy(frame, isShort ? 6 : 8)
  return frame
}
