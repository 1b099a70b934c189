import type { ListItem } from './tree.ts'

/** As typed where they rise, for others may refer to them; counted on where they do not, as in `1. 1. 1.` */
export function numbersOf(items: readonly Pick<ListItem, 'number'>[]): number[] {
  let last = -1
  return items.map(({ number }) => {
    last = number > last ? number : last + 1
    return last
  })
}
