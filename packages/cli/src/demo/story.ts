import { COMMITTEE } from './story/committee.ts'
import { DIRECT } from './story/direct.ts'
import { GENERAL } from './story/general.ts'
import { OPEN_DAY } from './story/open-day.ts'
import { READING } from './story/reading.ts'
import { WORKSHOP } from './story/workshop.ts'
import type { Story } from './story-shape.ts'

/** A made-up place: a makerspace in a former bakery, two weeks before and after its open day. */
export const STORY: Story = {
  people: [
    { handle: 'ada', name: 'Ada Kowalski' },
    { handle: 'kim', name: 'Kim Nguyen' },
    { handle: 'tomas', name: 'Tomáš Dvořák' },
    { handle: 'noor', name: 'Noor Rahman' },
    { handle: 'yuki', name: '田中 ゆき' },
    { handle: 'samir', name: 'Samir Haddad' },
    { handle: 'lena', name: 'Lena Brandt' },
    { handle: 'obi', name: 'Obi Eze' },
  ],
  rooms: [
    { slug: 'general', name: 'General', topic: 'Everything that concerns everybody', maker: 'ada', threads: GENERAL },
    {
      slug: 'workshop',
      name: 'Workshop',
      topic: 'Machines, materials and who broke what',
      maker: 'tomas',
      threads: WORKSHOP,
    },
    { slug: 'open-day', name: 'Open day', topic: 'Saturday, doors at ten', maker: 'noor', threads: OPEN_DAY },
    {
      slug: 'reading',
      name: 'Reading club',
      topic: 'One book a month, biscuits provided',
      maker: 'lena',
      people: ['lena', 'ada', 'yuki', 'obi', 'samir'],
      threads: READING,
    },
    {
      name: 'Committee',
      topic: 'Keys, money and the landlord',
      maker: 'ada',
      people: ['ada', 'noor', 'tomas'],
      isPrivate: true,
      threads: COMMITTEE,
    },
  ],
  direct: DIRECT,
}
