import type { Store } from '../../ports/store.ts'
import type { ReadMethods, WriteMethods } from './methods.ts'
import type { Place } from './writer.ts'

/** A way to whoever answers calls. */
export interface Line {
  /** Resolves with the answer; rejects with a `StoreFault`. */
  ask(method: string, args: unknown[]): Promise<unknown>
  /** Resolves when what was asked is answered and the connection is closed. */
  close(): Promise<void>
}

/** The port, with each method on the line that leads to its thread. */
export function storeOnLines({ epoch, secret }: Place, writer: Line, reader: Line): Store {
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
    setSettings: write('setSettings'),
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
    namePlace: write('namePlace'),

    greet: read('greet'),
    catchUp: read('catchUp'),
    userCatchUp: read('userCatchUp'),
    history: read('history'),
    versions: read('versions'),
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
    placeName: read('placeName'),
  }
}
