export type Kind = 'time' | 'chance' | 'environment' | 'network'

/** The files that own the clock, chance, the environment and the network. A line that is not needed is a finding. */
export const ALLOWED: { path: string; kinds: Kind[]; why: string }[] = [
  {
    path: 'packages/client/src/environment.ts',
    kinds: ['time', 'chance'],
    why: 'the default environment of the SDK; tests hand in their own',
  },
  { path: 'packages/server/src/clock.ts', kinds: ['time'], why: 'the clock of the server' },
  {
    path: 'packages/server/src/main.ts',
    kinds: ['time', 'chance'],
    why: 'constructs the server: hands it random bytes and the end of a turn of the event loop',
  },
  {
    path: 'packages/cli/src/main.ts',
    kinds: ['time', 'environment'],
    why: 'the outermost file of the CLI: hands the process to the rest',
  },
  { path: 'packages/web/src/app/clock.ts', kinds: ['time'], why: 'the clock of the page' },
  {
    path: 'packages/web/src/offline/worker/service-worker.ts',
    kinds: ['time', 'network'],
    why: 'the outermost file of the service worker: hands its world to the rest',
  },
  {
    path: 'packages/server/src/adapters/sqlite/random-refs.ts',
    kinds: ['chance'],
    why: 'runs in the writing thread, where no function can be handed over',
  },
  {
    path: 'packages/server/src/adapters/sqlite/thread-line.ts',
    kinds: ['time'],
    why: 'sends what one turn of the event loop has asked as one message',
  },
  {
    path: 'sim/world/virtual-time.ts',
    kinds: ['time'],
    why: 'lets promises settle between two steps of virtual time',
  },
]
