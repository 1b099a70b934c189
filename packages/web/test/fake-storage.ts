/** The browser's storage, in memory. */
export function fakeStorage(first: Record<string, string> = {}): Storage {
  const items = new Map(Object.entries(first))
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    clear: () => items.clear(),
    get length() {
      return items.size
    },
  }
}

/** Storage that takes nothing more. */
export function fullStorage(): Storage {
  const storage = fakeStorage()
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  return storage
}
