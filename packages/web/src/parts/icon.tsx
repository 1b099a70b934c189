import './icon.css'

/** Strokes on a 24 px square. */
const PATHS = {
  hash: 'M5 9h15M4 15h15M10 4 8 20M16 4l-2 16',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20 20l-4-4',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.500M16 4.500a3.5 3.5 0 0 1 0 6M18 14.800c2 .8 3.2 2.6 3.5 5.2',
  personAdd: 'M10 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c.7-3.6 3.5-5.5 7-5.500s6.3 1.9 7 5.500M19 7v6M16 10h6',
  back: 'M15 5l-7 7 7 7',
  send: 'M12 19V5M5.5 11.5 12 5l6.5 6.5',
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1',
  edit: 'M4 20l1-4L16.5 4.500a2 2 0 0 1 3 3L8 19l-4 1Z',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5.500M13.5 11v5.5',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.5 14a4.2 4.2 0 0 0 7 0M9 9.500v.1M15 9.500v.1',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M12 5v14M5.5 12.5 12 19l6.5-6.5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.500V12l3 2',
  alert: 'M12 4 2.5 20h19L12 4ZM12 10v4.500M12 17.300v.1',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.700l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  leave: 'M14 4h4a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-4M10 8l-4 4 4 4M6 12h9',
  horn: 'M4 10v4h3l8 4V6l-8 4H4ZM18.5 9.500a4 4 0 0 1 0 5M8 14.5 9.5 20',
  bot: 'M6 9h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1ZM12 9V5M9.5 13.500v1.500M14.5 13.500v1.5',
  message: 'M5 5h14a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-8l-4 3.5V17H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z',
  check: 'M5 12.5 10 17.5 19.5 7',
  star: 'M12 4l2.4 5.1 5.6.7-4.100 3.900 1 5.500L12 16.500 7.100 19.200l1-5.500L4 9.800l5.600-.7L12 4Z',
  muted:
    'M9.5 18.500a2.700 2.700 0 0 0 5 0M4 4l16 16M8.200 6a5.300 5.300 0 0 1 9.100 3.800c0 1.900.3 3.500.8 4.700M6.700 9.800c0 3.500-1 5.700-2.200 6.700h11.5',
  more: 'M5.500 12v.1M12 12v.1M18.500 12v.1',
  fold: 'M7 10l5 5 5-5',
  filter: 'M4 7h16M7 12h10M10 17h4',
  up: 'M12 19V5M5.5 11.500 12 5l6.500 6.500',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM9 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  folder: 'M4 6h6l2 2.500h8v10a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6Z',
  copy: 'M9 9h10v11H9V9ZM15 9V4H5v11h4',
} as const

export type IconName = keyof typeof PATHS

/** Those that say forward or back, start or end of a line. */
const POINTING: ReadonlySet<IconName> = new Set(['back', 'reply', 'leave', 'message'])

/** A picture beside words, or inside a button that has a name of its own: never the only bearer of meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" data-points={POINTING.has(name)}>
      <path d={PATHS[name]} />
    </svg>
  )
}
