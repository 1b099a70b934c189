const FIELD_LENGTH_MAX = 100

/** Where in an input something is, as the `field` of an error: `items.3.text`. Keys may be the sender's own: cut at 100, well-formed. */
export function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map(String).join('.')
  // Not every reader of the answer could decode half a surrogate pair, which a key may hold and a cut may leave.
  return (name.length <= FIELD_LENGTH_MAX ? name : `${name.slice(0, FIELD_LENGTH_MAX - 1)}…`).toWellFormed()
}
