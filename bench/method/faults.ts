/** What must be nought in every run, whatever the speed. */
export type Faults = {
  lost: number
  doubled: number
  reordered: number
  /** Sends, sign-ins and requests that were refused, and sockets that were closed. */
  refused: number
}

export function noFaults(): Faults {
  return { lost: 0, doubled: 0, reordered: 0, refused: 0 }
}

export function addFaults(one: Faults, other: Faults): Faults {
  return {
    lost: one.lost + other.lost,
    doubled: one.doubled + other.doubled,
    reordered: one.reordered + other.reordered,
    refused: one.refused + other.refused,
  }
}

export function sumFaults(all: readonly Faults[]): Faults {
  return all.reduce(addFaults, noFaults())
}
