import { computed } from '@preact/signals'
import { language } from '../words/say.ts'

/** Words and numbers of time, for one reader. */
export interface TimeFormat {
  /** `14:02`, `2:02 PM` */
  time(at: number): string
  /** The same without the half of the day, for where there is no room and the day goes from top to bottom: `2:02`. */
  clock(at: number): string
  /** `Friday, 20 November 2026 at 14:02`, for titles. */
  full(at: number): string
  /** Equal for two times of one local day: `2026-11-20`. */
  dayKey: (at: number) => string
  /** `Today`, `Yesterday`, `Friday, 20 November`; with the year when it is another one. */
  day(at: number, now: number): string
  /** `in 6 days`, `5 minutes ago`. */
  relative(at: number, now: number): string
}

export interface TimeFormatOptions {
  language: string
  timeZone?: string | undefined
  /** As the reader's system has it. */
  hour12?: boolean | undefined
}

/** Formats in the words of `language` and the local time of `timeZone` (the system's by default). */
export function timeFormat({ language, timeZone, hour12 }: TimeFormatOptions): TimeFormat {
  const of = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { timeZone, ...options })
  const hours = hour12 === undefined ? {} : { hour12 }
  const time = of({ hour: hour12 === true ? 'numeric' : '2-digit', minute: '2-digit', ...hours })
  const full = of({ dateStyle: 'full', timeStyle: 'short', ...hours })
  // Never in the reader's digits or calendar: it is compared and counted with.
  const ymd = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const day = of({ weekday: 'long', day: 'numeric', month: 'long' })
  const dayAndYear = of({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })

  const dayKey = (at: number): string => {
    const found = new Map(ymd.formatToParts(at).map(({ type, value }) => [type, value]))
    return `${found.get('year')}-${found.get('month')}-${found.get('day')}`
  }
  return {
    time: (at) => time.format(at),
    clock: (at) => {
      const parts = time.formatToParts(at).filter(({ type }) => type !== 'dayPeriod')
      return parts
        .map(({ value }) => value)
        .join('')
        .trim()
    },
    full: (at) => full.format(at),
    dayKey,
    day: (at, now) => {
      const [key, today] = [dayKey(at), dayKey(now)]
      const days = Math.round((Date.parse(key) - Date.parse(today)) / DAY_MS)
      if (days === 0 || days === -1) return capitalised(relative.format(days, 'day'))
      return (key.slice(0, 4) === today.slice(0, 4) ? day : dayAndYear).format(at)
    },
    relative: (at, now) => {
      const [unit, unitMs] = UNITS.find(([, ms]) => Math.abs(at - now) >= ms) ?? SMALLEST_UNIT
      return relative.format(Math.round((at - now) / unitMs), unit)
    },
  }
}

const DAY_MS = 86_400_000
const SMALLEST_UNIT: [Intl.RelativeTimeFormatUnit, number] = ['minute', 60_000]
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [['day', DAY_MS], ['hour', 3_600_000], SMALLEST_UNIT]

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Times in the language of the page, whatever it is at the moment. Components that write one follow it. */
export function spokenTime(options: Omit<TimeFormatOptions, 'language'>): TimeFormat {
  const format = computed(() => timeFormat({ ...options, language: language.value.locale }))
  return {
    time: (at) => format.value.time(at),
    clock: (at) => format.value.clock(at),
    full: (at) => format.value.full(at),
    dayKey: (at) => format.value.dayKey(at),
    day: (at, now) => format.value.day(at, now),
    relative: (at, now) => format.value.relative(at, now),
  }
}

/** The same with hours counted as the reader's system counts them. */
export function readerTime(languages: readonly string[]): TimeFormat {
  const { hour12 } = new Intl.DateTimeFormat(languages[0], { hour: 'numeric' }).resolvedOptions()
  return spokenTime({ hour12 })
}
