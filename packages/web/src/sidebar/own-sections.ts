import type { OwnSection } from './sidebar-wishes.ts'
import { SECTION_NAME_MAX } from './sidebar-wishes.ts'

/** The sections with a new one at the end. Its id is the lowest number that is free. */
export function addSection(sections: readonly OwnSection[], name: string): { sections: OwnSection[]; id: string } {
  const taken = new Set(sections.map(({ id }) => id))
  let number = 1
  while (taken.has(`s${number}`)) number += 1
  const id = `s${number}`
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
