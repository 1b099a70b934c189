import type { WordKey } from '../words/say.ts'
import type { PickerSection } from './picker-sections.ts'

export const GROUP_TITLES = {
  recent: 'text.emojiRecent',
  found: 'text.emojiResults',
  smileys: 'text.emojiSmileys',
  people: 'text.emojiPeople',
  nature: 'text.emojiNature',
  food: 'text.emojiFood',
  travel: 'text.emojiTravel',
  activities: 'text.emojiActivities',
  objects: 'text.emojiObjects',
  symbols: 'text.emojiSymbols',
  flags: 'text.emojiFlags',
} as const satisfies Record<PickerSection['key'], WordKey>

/** Each group by one of its own. */
export const GROUP_SIGNS: Readonly<Record<PickerSection['key'], string>> = {
  recent: '🕘',
  found: '🔍',
  smileys: '😀',
  people: '👋',
  nature: '🌿',
  food: '🍎',
  travel: '🚲',
  activities: '🎉',
  objects: '💡',
  symbols: '🔣',
  flags: '🏁',
}
