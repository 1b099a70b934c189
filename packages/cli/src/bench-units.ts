/** One question that `natter bench` answers. The units themselves are in `bench/`, which is loaded when they are run. */
export interface BenchUnit {
  /** As the list of work units in bench/README.md has it. */
  id: string
  name: string
  says: string
  /** What `--sizes` counts. */
  size: string
}

/** In the order in which they are run. */
export const BENCH_UNITS = [
  {
    id: 'B01',
    name: 'fan-out',
    says: 'one sender in one room: what a delivery costs, and how long it takes',
    size: 'members of the room',
  },
  {
    id: 'B02',
    name: 'busy-room',
    says: 'everybody in one room talks at once: what writing events together gains',
    size: 'members of the room',
  },
  {
    id: 'B03',
    name: 'chatty',
    says: 'many rooms, random senders: cost, latency, and fairness between rooms',
    size: 'rooms of ten members',
  },
  {
    id: 'B05',
    name: 'connect-ramp',
    says: 'people come in with five rooms on screen: how many a second, and how soon',
    size: 'arrivals a second',
  },
  {
    id: 'B06',
    name: 'idle',
    says: 'signed-in connections in five rooms that do nothing: memory and CPU of each',
    size: 'connections',
  },
  {
    id: 'B07',
    name: 'sends',
    says: 'sends that are acknowledged once on disk: how many a second, and how soon',
    size: 'senders',
  },
  {
    id: 'B08',
    name: 'resume-storm',
    says: 'all clients drop at once and come back, with and without kill -9: how soon',
    size: 'clients',
  },
  {
    id: 'B09',
    name: 'history-page',
    says: 'a page of fifty messages, newest, middle and around one, as the log grows',
    size: 'messages in a room',
  },
  {
    id: 'B15',
    name: 'cost-growth',
    says: 'how history and sends grow with the log, and a message with the members',
    size: 'messages in a room',
  },
  {
    id: 'B17',
    name: 'slow-consumers',
    says: 'a tenth of the members read 1 KiB a second: what the others notice of it',
    size: 'members of the room',
  },
  {
    id: 'B18',
    name: 'login-burst',
    says: 'a hundred password sign-ins at once: what those who chat notice of them',
    size: 'sign-ins at once',
  },
  {
    id: 'B20',
    name: 'web-client',
    says: 'the page in headless Chromium while a large room is busy: scripting, nodes, typing',
    size: 'messages in the room',
  },
] as const satisfies readonly BenchUnit[]

export type BenchUnitName = (typeof BENCH_UNITS)[number]['name']
