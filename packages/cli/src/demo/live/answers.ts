/** What people of the demo say to visitors, by what they were told. */
const ANSWERS: readonly (readonly [about: RegExp, texts: readonly string[]])[] = [
  [
    /\b(thanks|thank you|thx|danke|merci|gracias)\b/i,
    ['You are welcome, {name}!', 'Any time, {name}.', 'Gladly! That is what we are here for.'],
  ],
  [
    /^\W*(hi|hello|hey|hallo|moin|servus|good (morning|evening|day)|guten|salut|hola)\b/i,
    [
      'Hello {name}, good to see you! 👋',
      'Hi {name}! Make yourself at home. I am part of the demo, so my answers are short.',
      'Hey {name}! Your message arrived, once and in order.',
    ],
  ],
  [
    /\?\s*$/,
    [
      'Good question, {name}. I am only part of the demo, but @ada runs this place: she would know.',
      'I would say yes, but I am part of the demo and easily convinced.',
      'Hm, let me think about it over a cup of tea. ☕',
    ],
  ],
  [
    /./s,
    [
      'Got it, {name}. Nothing was lost on the way!',
      'Noted! Try to edit that message, I will see it change.',
      'Sounds good. Pull the network plug and write on, it will all be here afterwards.',
      '👍',
    ],
  ],
]

/** A polite answer to a text; never the one given just before, where there is another. */
export function answerTo(text: string, name: string, random: () => number, before?: string): string {
  const texts = ANSWERS.find(([about]) => about.test(text))?.[1] ?? ['👍']
  const choice = texts.map((each) => each.replace('{name}', name.split(' ')[0] ?? name))
  const fresh = choice.filter((each) => each !== before)
  return fresh[Math.floor(random() * fresh.length)] ?? choice[0] ?? '👍'
}
