/** Turns moments into the day and the time of a person's own time zone: `2026-11-21`, `23:05:11`. */
export interface When {
  day: (at: number) => string
  time: (at: number) => string
}

export function whenIn(timeZone: string): When {
  // Swedish writes dates as ISO 8601 does.
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  const times = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'medium' })
  return { day: (at) => days.format(at), time: (at) => times.format(at) }
}
