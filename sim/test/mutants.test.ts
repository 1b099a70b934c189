import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ALL_MUTANTS } from '../mutants/all-mutants.ts'
import { findMutant } from '../mutants/find-mutant.ts'

const LAST_SEED = 200

for (const mutant of ALL_MUTANTS) {
  test(`SIM-5 some seed finds: ${mutant.name}`, async () => {
    const found = await findMutant(mutant, LAST_SEED)
    assert(found !== undefined, `no seed from ${mutant.from} to ${LAST_SEED} has found it`)
  })
}
