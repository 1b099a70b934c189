/** Keeps a map bounded: once it is full, everything goes that nobody needs. */
export function makePlace<V>(map: Map<string, V>, sizeMax: number, isNeeded: (value: V) => boolean): void {
  if (map.size >= sizeMax) for (const [key, value] of map) if (!isNeeded(value)) map.delete(key)
}
