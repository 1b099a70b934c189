/** What a test wants said in the place of everything that people say here and of all their names; set before the page loads. */
type Planting = { plantedTexts?: readonly string[] }

const { plantedTexts = [] } = globalThis as Planting
// Unit tests use these people too, and have no address.
const search = typeof location === 'undefined' ? '' : location.search
let next = Number(new URLSearchParams(search).get('from') ?? 0)

/** The text itself, or the next of those that were planted. */
export function planted(text: string): string {
  return plantedTexts.length === 0 ? text : (plantedTexts[next++ % plantedTexts.length] ?? text)
}
