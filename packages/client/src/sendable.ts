/** JSON that every server takes: NUL and halves of surrogate pairs, which none takes, become U+FFFD. */
export function toCleanJson(command: object): string {
  return JSON.stringify(command, (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value,
  )
}
