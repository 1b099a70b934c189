/** One in ten of each: what a busy room says, most of it plain. */
const SHAPES: readonly string[] = [
  'Good morning, everybody.',
  'The delivery comes at ten, so somebody has to be at the side door by a quarter to, please.',
  'Yes.',
  'I have put it on the list: https://example.org/lists/17?page=2 and will look again tonight.',
  'Has anybody seen **the blue folder**? It was on the *long* table yesterday, next to the printer.',
  'Thanks @p1, that is what I meant.',
  'The quick brown fox jumps over the lazy dog while everybody in this room is watching it happen, once and in order.',
  'Try `npm start` again, it works here 👍',
  '> who brings the stands?\nI do. And the lamps.',
  'One thing at a time:\nfirst the chairs,\nthen the tables.',
]

/** Different at every call with another number, so that nothing that was drawn before can be drawn again. */
export function chatText(index: number): string {
  return `${SHAPES[index % SHAPES.length] ?? ''} (${index})`
}
