import type { Handle } from '../story-shape.ts'

/** A few lines that people of the cast say to each other in a room, named as in the story. */
export interface Scene {
  room: string
  lines: readonly (readonly [by: Handle, text: string])[]
}

export const SCENES: readonly Scene[] = [
  {
    room: 'General',
    lines: [
      ['kim', 'The kettle is on, if anybody wants some'],
      ['lena', 'Yes please! Two minutes, my hands are full of glue'],
      ['kim', 'Then I will bring it over'],
      ['lena', '❤️'],
    ],
  },
  {
    room: 'Workshop',
    lines: [
      ['tomas', 'Laser is free again, and the lens is clean'],
      ['obi', 'What was on it?'],
      ['tomas', 'Somebody cut felt. It smelled of *wet dog* until I opened both windows.'],
      ['kim', 'That was me, sorry! I thought the extractor was on'],
      ['tomas', 'It is on **now**.'],
    ],
  },
  {
    room: 'Open day',
    lines: [
      ['noor', 'The poster is up at the bakery and at both tram stops'],
      ['lena', 'The library wants one too, I can take it there this afternoon'],
      ['noor', 'Lovely. There are three left on the shelf by the door.'],
    ],
  },
  {
    room: 'Reading club',
    lines: [
      ['lena', 'I am at chapter nine and I do not trust the lighthouse keeper'],
      ['obi', 'Nobody trusts the lighthouse keeper'],
      ['obi', 'Wait for chapter eleven, though'],
      ['lena', 'No hints! ||He did it||, did he not?'],
    ],
  },
  {
    room: 'General',
    lines: [
      ['tomas', 'Who is closing up tonight?'],
      ['obi', 'I am. Lights, windows, the *small* key under the *big* key.'],
      ['tomas', 'And the heating in the back room'],
      ['obi', 'And the heating in the back room.'],
    ],
  },
  {
    room: 'Workshop',
    lines: [
      ['lena', 'Does anybody have an M5 tap? Mine has gone for a walk'],
      ['kim', 'Second drawer, in the tin that says biscuits'],
      ['lena', 'Of course it is. Thank you!'],
    ],
  },
  {
    room: 'Open day',
    lines: [
      ['kim', 'I counted chairs: 34, and four of them wobble'],
      ['tomas', 'Put the wobbly ones in the workshop, I will look at them tomorrow'],
      ['noor', 'Then 34 it is. Thank you both!'],
    ],
  },
  {
    room: 'General',
    lines: [
      ['noor', 'The post brought the new stickers, help yourselves'],
      ['kim', 'They say "do not unplug" again'],
      ['tomas', 'Good.'],
    ],
  },
]
