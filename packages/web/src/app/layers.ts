/** What lies over the page, each with an entry of the history for Back to close it by. */
export interface Layers {
  /** The answer is called when it was closed, by whatever means. */
  add(onBack: () => void): () => void
  /** Leaves the topmost entry to somebody else; false when there is none. */
  giveUp(): boolean
  /** Does something where the page's own entry is on top: now, or once the browser has gone back to it. */
  below(task: () => void): void
  /** Keeps a task while the browser is on its way back from what has closed: an entry that is pushed now would be gone. False when it has arrived. */
  whileLeaving(task: () => void): boolean
  onPop(): void
}

interface LayerHistory {
  push: () => void
  back: () => void
}

/** Going back takes the browser a while. One that closes while another opens hands its entry on. */
export function createLayers({ push, back }: LayerHistory): Layers {
  let closers: (() => void)[] = []
  /** How many entries are on top of the page's own. */
  let entries = 0
  let isLeaving = false
  let afterwards: (() => void)[] = []

  const settle = (): void => {
    if (isLeaving) return
    if (entries > closers.length) {
      isLeaving = true
      return back()
    }
    while (entries < closers.length) {
      push()
      entries += 1
    }
    const tasks = afterwards
    afterwards = []
    for (const task of tasks) task()
    return undefined
  }
  return {
    add: (onBack) => {
      closers = [...closers, onBack]
      settle()
      return () => {
        closers = closers.filter((each) => each !== onBack)
        // Not at once: what opens in the same breath takes the entry over.
        queueMicrotask(settle)
      }
    },
    giveUp: () => {
      if (entries === 0 || isLeaving) return false
      entries -= 1
      closers = closers.slice(0, -1)
      return true
    },
    below: (task) => {
      closers = []
      afterwards = [...afterwards, task]
      settle()
    },
    whileLeaving: (task) => {
      if (isLeaving) afterwards = [...afterwards, task]
      return isLeaving
    },
    onPop: () => {
      if (entries === 0) return
      entries -= 1
      if (isLeaving) {
        isLeaving = false
        return settle()
      }
      const onBack = closers.at(-1)
      closers = closers.slice(0, -1)
      return onBack?.()
    },
  }
}
