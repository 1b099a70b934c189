import type { OwnSection } from './sidebar-wishes.ts'
import { SECTION_NAME_MAX } from './sidebar-wishes.ts'

/** The sections with a new one at the end. Its id is the moment: rooms, order and fold of a section that is gone still go by its own. */
export function addSection(
  sections: readonly OwnSection[],
  name: string,
  now: number,
): { sections: OwnSection[]; id: string } {
  const id = `s${now.toString(36)}`
  return { sections: [...sections, { id, name: name.trim().slice(0, SECTION_NAME_MAX) }], id }
}

export function renameSection(sections: readonly OwnSection[], id: string, name: string): OwnSection[] {
  return sections.map((each) => (each.id === id ? { id, name: name.trim().slice(0, SECTION_NAME_MAX) } : each))
}

/** Without it; its rooms go back to where they came from. */
export function removeSection(sections: readonly OwnSection[], id: string): OwnSection[] {
  return sections.filter((each) => each.id !== id)
}

export function moveSection(sections: readonly OwnSection[], id: string, step: 1 | -1): OwnSection[] {
  const at = sections.findIndex((each) => each.id === id)
  const found = sections[at]
  const to = at + step
  if (!found || to < 0 || to >= sections.length) return [...sections]
  return sections.toSpliced(at, 1).toSpliced(to, 0, found)
}
