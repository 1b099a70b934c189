import { CLIENT_MUTANTS } from './client-mutants.ts'
import { COMMIT_MUTANTS } from './commit-mutants.ts'
import { FLOW_MUTANTS } from './flow-mutants.ts'
import { GATEWAY_MUTANTS } from './gateway-mutants.ts'
import type { Mutant } from './mutant.ts'
import { STORE_MUTANTS } from './store-mutants.ts'

/** Every planted bug: the proof that the simulation can fail. */
export const ALL_MUTANTS: readonly Mutant[] = [
  ...STORE_MUTANTS,
  ...COMMIT_MUTANTS,
  ...GATEWAY_MUTANTS,
  ...FLOW_MUTANTS,
  ...CLIENT_MUTANTS,
]
