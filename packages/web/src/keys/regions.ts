/** The parts of the page, in the order of reading. Hidden ones are stepped over. */
const REGIONS = ['.sidebar', '#messages', '.composer', '.members', '.settings'] as const

/** Takes the focus to the next part of the page, or the one before; inside a part to where it was last, else to its beginning. */
export function goToRegion(document: Document, step: 1 | -1): void {
  const regions = REGIONS.flatMap((each) => {
    const region = document.querySelector<HTMLElement>(each)
    return region?.checkVisibility() === true && region.closest('[inert]') === null ? [region] : []
  })
  const at = regions.findLastIndex((region) => region.contains(document.activeElement))
  const from = at === -1 && step === -1 ? regions.length : at
  for (let i = 1; i <= regions.length; i++) {
    const region = regions[(from + step * i + regions.length * 2) % regions.length]
    const target = region && entryOf(region, regions)
    if (target === undefined) continue
    target.focus()
    return
  }
}

/** Where the focus comes in: what is open or writable, else the first thing there is that takes it, which is not in a region of its own. */
function entryOf(region: HTMLElement, regions: readonly HTMLElement[]): HTMLElement | undefined {
  const inner = regions.filter((each) => each !== region && region.contains(each))
  const takers = [...region.querySelectorAll<HTMLElement>(TAKERS)].filter(
    (each) => each.checkVisibility() && !inner.some((other) => other.contains(each)),
  )
  return takers.find((each) => each.matches(PREFERRED)) ?? takers[0]
}

const TAKERS = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]'
const PREFERRED = '[aria-current="page"], textarea, .timeline__box'
