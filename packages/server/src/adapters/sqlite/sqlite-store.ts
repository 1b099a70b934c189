import type { Limits } from '@natter/protocol'
import type { Log } from '../../ports/log.ts'
import type { Store } from '../../ports/store.ts'
import type { ReadMethods, WriteMethods } from './methods.ts'
import { ThreadLine } from './thread-line.ts'
import type { ReaderData } from './reader-thread.ts'
import type { Place } from './writer.ts'
import type { WriterData } from './writer-thread.ts'

export interface SqliteStoreOptions {
  /** The data folder; made if it is not there. */
  folder: string
  limits: Limits
  log: Log
}

/**
 * The store in one SQLite file, with a thread that writes and one that reads, so that neither fsync nor search stalls
 * the event loop. Rejects with a `StoreFault` whose message is a sentence for the operator: the folder cannot be
 * written, another server has it, the database is of a newer Natter or none of ours.
 */
export async function openSqliteStore({ folder, limits, log }: SqliteStoreOptions): Promise<Store> {
  const writer = new ThreadLine<Place>(
    new URL('./writer-thread.ts', import.meta.url),
    { folder, limits } satisfies WriterData,
    log,
  )
  const reader = new ThreadLine<undefined>(
    new URL('./reader-thread.ts', import.meta.url),
    { folder } satisfies ReaderData,
    log,
  )
  try {
    const [place] = await Promise.all([writer.opened, reader.opened])
    return storeOn(place, writer, reader)
  } catch (error) {
    await Promise.all([reader.close(), writer.close()])
    throw error
  }
}

function storeOn({ epoch, secret }: Place, writer: ThreadLine<Place>, reader: ThreadLine<undefined>): Store {
  function write<Name extends keyof WriteMethods>(name: Name) {
    return (...args: Parameters<WriteMethods[Name]>) =>
      writer.ask(name, args) as Promise<ReturnType<WriteMethods[Name]>>
  }
  function read<Name extends keyof ReadMethods>(name: Name) {
    return (...args: Parameters<ReadMethods[Name]>) => reader.ask(name, args) as Promise<ReturnType<ReadMethods[Name]>>
  }

  return {
    epoch,
    secret,
    close: async () => {
      // The writer last: the last connection to close empties the write-ahead log into the database.
      await reader.close()
      await writer.close()
    },

    append: write('append'),
    markRead: write('markRead'),
    markDelivered: write('markDelivered'),
    createAccount: write('createAccount'),
    updateProfile: write('updateProfile'),
    updateAccount: write('updateAccount'),
    createSession: write('createSession'),
    rotateSession: write('rotateSession'),
    revokeSessions: write('revokeSessions'),
    putTicket: write('putTicket'),
    takeTicket: write('takeTicket'),
    createInvite: write('createInvite'),
    addAnnouncement: write('addAnnouncement'),

    greet: read('greet'),
    catchUp: read('catchUp'),
    userCatchUp: read('userCatchUp'),
    history: read('history'),
    receipts: read('receipts'),
    members: read('members'),
    roomsById: read('roomsById'),
    roomsOf: read('roomsOf'),
    publicRooms: read('publicRooms'),
    roomFor: read('roomFor'),
    usersById: read('usersById'),
    findUsers: read('findUsers'),
    heads: read('heads'),
    eventsAfter: read('eventsAfter'),
    isEmpty: read('isEmpty'),
    accountByHandle: read('accountByHandle'),
    accountById: read('accountById'),
    listAccounts: read('listAccounts'),
    sessionByAccess: read('sessionByAccess'),
    sessionsOf: read('sessionsOf'),
  }
}
