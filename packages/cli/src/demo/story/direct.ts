import type { Story } from '../story-shape.ts'

export const DIRECT: Story['direct'] = [
  {
    people: ['ada', 'kim'],
    threads: [
      [
        11,
        '15:10',
        ['kim', 'Can I swap my Thursday key duty with you? My sister is in town.'],
        ['ada', 'Of course. I take Thursday, you take the Tuesday after.'],
        ['kim', 'You are the best', { reactions: { '💛': ['ada'] } }],
      ],
      [
        5,
        '22:31',
        ['ada', 'Are you as nervous about tomorrow as I am?'],
        ['kim', 'I have ironed a shirt. Draw your own conclusions.', { reactions: { '😂': ['ada'] } }],
        ['ada', 'Good night then!'],
      ],
      [
        1,
        '17:20',
        ['kim', 'Did you see that two of the new people already signed up for the key rota?'],
        ['kim', 'Without being asked!'],
        ['kim', 'I nearly cried at the rota, like Obi on the tram.'],
      ],
    ],
  },
  {
    people: ['tomas', 'samir'],
    threads: [
      [
        8,
        '12:02',
        ['tomas', 'Bring gloves tomorrow, the bark is sharp.'],
        ['samir', 'Will do. And cake, in return for the lesson.'],
        ['tomas', 'Then bring the big gloves too.'],
      ],
    ],
  },
  {
    people: ['ada', 'lena'],
    threads: [
      [
        7,
        '13:05',
        [
          'lena',
          'The printer gave us forty posters for the price of thirty. I said we would put their name on the website.',
        ],
        ['ada', 'Gladly. What is it?'],
        ['lena', 'Brand & Sons. No relation. Not even to Lina.', { reactions: { '😂': ['ada'] } }],
      ],
    ],
  },
  {
    people: ['ada', 'noor', 'yuki'],
    threads: [
      [
        4,
        '20:15',
        ['yuki', 'A present for Obi, for the soup?'],
        ['noor', 'Yes! A really big pot?'],
        ['ada', 'A really big pot. I ask next door what theirs cost.', { reactions: { '🍲': ['yuki', 'noor'] } }],
      ],
      [
        2,
        '9:50',
        ['ada', '89 for thirty litres. Thirty each?'],
        ['yuki', 'In'],
        ['noor', 'In. And one more for the card.'],
        ['yuki', 'I cut the card from felt. It is a potato.', { reactions: { '🥔': ['ada', 'noor'] } }],
      ],
    ],
  },
]
