import type { Thread } from '../story-shape.ts'

export const READING: Thread[] = [
  [
    13,
    '20:15',
    ['lena', 'This month it is *The Left Hand of Darkness*. We meet on the last Tuesday, on the sofa, as ever.'],
    ['obi', 'I have it from the library until the 20th. Then somebody else can have it.'],
    ['samir', 'Me, please!', { answers: 1 }],
    [
      'yuki',
      'I am reading it in Japanese, so I will be slow and sound very wise.',
      { reactions: { '📚': ['lena', 'ada'] } },
    ],
  ],
  [
    9,
    '22:10',
    ['ada', 'I am at the part with the ice and I had to put a second blanket on'],
    ['lena', 'No spoilers! Obi is only at the dinner.'],
    ['obi', 'There is ice?'],
    ['ada', 'There may be some ice.', { reactions: { '🧊': ['samir', 'yuki'] } }],
    ['samir', 'It is called Winter, the planet. I think ice is fair.'],
  ],
  [
    6,
    '19:30',
    ['yuki', 'A question for Tuesday: would you have crossed the glacier with somebody you did not trust?'],
    ['samir', 'I do not even share a tent with people I trust'],
    ['lena', 'Keep it for Tuesday! But yes, I think I would.'],
    ['obi', 'I finished. I cried on the tram.'],
    ['ada', 'Everybody cries on the tram.', { answers: 1, reactions: { '😢': ['lena', 'yuki'], '🚋': ['obi'] } }],
  ],
  [
    2,
    '21:45',
    ['lena', 'That was a lovely evening. Thank you for the biscuits, Samir.'],
    ['samir', 'They were from a shop, I only arranged them.'],
    ['yuki', 'For next month I propose something short and funny. We have earned it.'],
    ['obi', 'Three Men in a Boat?'],
    ['ada', 'Oh yes', { answers: 1 }],
    ['lena', 'Vote with a boat if you agree.', { reactions: { '⛵': ['ada', 'obi', 'yuki'] } }],
    ['samir', 'Is there ice in it?'],
    ['obi', 'There is a tin of pineapple.'],
  ],
]
