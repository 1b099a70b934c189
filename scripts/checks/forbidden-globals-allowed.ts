export type Kind = 'time' | 'chance' | 'environment' | 'network'

/** The files that own the clock, chance, the environment and the network. A line that is not needed is a finding. */
export const ALLOWED: { path: string; kinds: Kind[]; why: string }[] = []
