/** Each person by handle. */
export type Handle = string

export interface Story {
  people: { handle: Handle; name: string }[]
  rooms: StoryRoom[]
  direct: { people: Handle[]; threads: Thread[] }[]
}

export interface StoryRoom {
  name: string
  slug?: string
  topic: string
  /** Made the room, and so owns it. */
  maker: Handle
  /** Everybody unless said otherwise. */
  people?: Handle[]
  isPrivate?: boolean
  threads: Thread[]
}

/** A stretch of talk: how many days ago, at what time of day (UTC), and who said what. */
export type Thread = [daysAgo: number, time: `${number}:${number}`, ...lines: Line[]]

export type Line = [by: Handle, text: string, more?: LineMore]

export interface LineMore {
  /** Answers the line so many lines earlier in the same thread. */
  answers?: number
  /** Who reacted with what: `{ '👍': ['kim', 'obi'] }`. */
  reactions?: Record<string, Handle[]>
  /** What the author made of it a little later. */
  editedTo?: string
  /** Taken back a little later. */
  isTakenBack?: boolean
}
