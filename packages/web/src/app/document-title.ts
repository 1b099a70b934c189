/** The tab's title: what waits, where one is, whose place it is. */
export function documentTitle({
  waiting,
  room,
  place,
}: {
  waiting: number
  room?: string | undefined
  place: string
}): string {
  const count = waiting > 0 ? `(${waiting > COUNT_SHOWN_MAX ? `${COUNT_SHOWN_MAX}+` : waiting}) ` : ''
  return `${count}${room === undefined ? '' : `${room} · `}${place}`
}

const COUNT_SHOWN_MAX = 99
