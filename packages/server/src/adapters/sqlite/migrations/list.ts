import { roomsAndPeople } from './0001-rooms-and-people.ts'
import { settings } from './0002-settings.ts'

/**
 * The history of the schema: the place in this list is the schema's number. Add to the end; never change what was
 * released, for databases have run it.
 */
export const MIGRATIONS: readonly string[] = [roomsAndPeople, settings]
