import type { Thread } from '../story-shape.ts'

export const COMMITTEE: Thread[] = [
  [
    12,
    '10:05',
    ['ada', 'The landlord wrote. He would like to talk about the lease in spring and does not say what about.'],
    ['noor', 'That is what he wrote before he mended the roof. I would not worry yet.'],
    ['tomas', 'He also wrote that before he sold number nine.'],
    [
      'ada',
      'Let us ask for a meeting before the year ends, all three of us.',
      { reactions: { '👍': ['noor', 'tomas'] } },
    ],
  ],
  [
    8,
    '12:44',
    ['noor', 'Treasurer is back from holiday and found two invoices for the same filters.'],
    ['ada', 'My doing, I clicked twice. I will send one box back.'],
    ['tomas', 'Keep it. With that sock as the alternative we will use them.', { answers: 1 }],
    ['ada', 'Kept, then.'],
  ],
  [
    6,
    '16:20',
    [
      'ada',
      'Insurance was here. They want a second extinguisher in the workshop and a written rule for the laser. Everything else is fine.',
    ],
    ['tomas', 'Extinguisher is ordered.'],
    ['noor', 'Yuki has the rule nearly written, it is what hangs on the wall plus "stay with it".'],
    ['ada', 'Then we are covered from Monday. Literally.'],
  ],
  [
    3,
    '9:02',
    ['noor', 'Numbers of the open day: 1,312.40 in, 488.15 out, so 824.25 over. And eleven memberships.'],
    ['ada', 'That is the second kettle and most of a second lathe'],
    ['tomas', 'Most?'],
    ['ada', 'The part that does not turn.', { answers: 1, reactions: { '😂': ['noor', 'tomas'] } }],
    ['noor', 'I would put half of it aside until we know about the lease.'],
    ['ada', 'Agreed.', { reactions: { '👍': ['tomas'] } }],
  ],
  [
    1,
    '11:15',
    ['noor', 'Meeting with the landlord is fixed: Monday, four o’clock, at his office.'],
    ['tomas', 'I can drive.'],
    ['noor', '@ada can you bring the last three statements?'],
  ],
]
