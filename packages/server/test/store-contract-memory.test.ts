import { randomBytes } from 'node:crypto'
import { LIMITS } from '@natter/protocol'
import { createMemoryStore } from '../src/adapters/memory/memory-store.ts'
import { storeContract } from './store-contract.ts'

storeContract('the memory store', async () => {
  const store = createMemoryStore({ random: (bytes) => randomBytes(bytes), limits: LIMITS })
  return { store, close: () => store.close() }
})
