/** Who is typing, as a sentence; the empty text for nobody. */
export function whoTypes(names: readonly string[]): string {
  const [first, second, third] = names
  if (first === undefined) return ''
  if (second === undefined) return `${first} is typing`
  return third === undefined ? `${first} and ${second} are typing` : 'Several people are typing'
}
