/** Runs `task` for each item, at most `width` at a time. */
export async function inLanes<T, R>(
  items: readonly T[],
  width: number,
  task: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    // The cast: the index is within the list.
    for (let index = next++; index < items.length; index = next++) results[index] = await task(items[index] as T, index)
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane))
  return results
}
