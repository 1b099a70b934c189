import { EMOJI_GROUPS, toned } from './emoji-lines.ts'
import type { Emoji, EmojiGroup } from './emoji-lines.ts'
import { withoutTone } from './skin-tone.ts'
import type { SkinTone } from './skin-tone.ts'

/** One place in the grid. */
export interface PickerCell {
  /** In the chosen tone. */
  emoji: string
  name: string
  code: string
}

export interface PickerSection {
  key: 'recent' | 'found' | EmojiGroup
  rows: PickerCell[][]
}

interface Shown {
  all: readonly Emoji[]
  recent: readonly string[]
  tone: SkinTone
  columns: number
}

/** How many rows of recent emoji stand above the groups. */
const RECENT_ROWS_MAX = 2

/** All there is, in its groups below the recent ones. */
export function pickerSections({ all, recent, tone, columns }: Shown): PickerSection[] {
  const byEmoji = new Map(all.map((each) => [withoutTone(each.emoji), each]))
  const used = recent.slice(0, columns * RECENT_ROWS_MAX).map((emoji) => cellOfUsed(emoji, byEmoji))
  const groups = EMOJI_GROUPS.map((group): PickerSection => ({
    key: group,
    rows: rowsOf(
      all.filter((each) => each.group === group).map((each) => cellOf(each, tone)),
      columns,
    ),
  }))
  return [{ key: 'recent' as const, rows: rowsOf(used, columns) }, ...groups].filter(({ rows }) => rows.length > 0)
}

/** What a search found, without groups. */
export function foundSection(found: readonly Emoji[], { tone, columns }: Omit<Shown, 'all' | 'recent'>): PickerSection {
  return {
    key: 'found',
    rows: rowsOf(
      found.map((each) => cellOf(each, tone)),
      columns,
    ),
  }
}

/** How many emoji they show. */
export function countOf(sections: readonly PickerSection[]): number {
  return sections.reduce((sum, { rows }) => sum + rows.flat().length, 0)
}

function cellOf(each: Emoji, tone: SkinTone): PickerCell {
  return { emoji: toned(each, tone), name: each.name, code: `:${each.codes[0] ?? ''}:` }
}

function cellOfUsed(emoji: string, byEmoji: ReadonlyMap<string, Emoji>): PickerCell {
  const known = byEmoji.get(withoutTone(emoji)) ?? byEmoji.get(`${withoutTone(emoji)}\uFE0F`)
  return known === undefined ? { emoji, name: emoji, code: '' } : { ...cellOf(known, 0), emoji }
}

function rowsOf(cells: PickerCell[], columns: number): PickerCell[][] {
  const rows: PickerCell[][] = []
  for (let at = 0; at < cells.length; at += columns) rows.push(cells.slice(at, at + columns))
  return rows
}
