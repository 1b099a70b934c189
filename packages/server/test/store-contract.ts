import { after, before, describe } from 'node:test'
import { testAccounts } from './store-contract-accounts.ts'
import { testCatchUp } from './store-contract-catch-up.ts'
import { testDedup } from './store-contract-dedup.ts'
import { testDirectory } from './store-contract-directory.ts'
import { testDoors } from './store-contract-doors.ts'
import { testHistory } from './store-contract-history.ts'
import { House } from './store-contract-house.ts'
import type { OpenStore, OpenedStore, Stage } from './store-contract-house.ts'
import { testLog } from './store-contract-log.ts'
import { testMarks } from './store-contract-marks.ts'
import { testProjections } from './store-contract-projections.ts'
import { testSessions } from './store-contract-sessions.ts'
import { testSettings } from './store-contract-settings.ts'
import { testUserLog } from './store-contract-user-log.ts'

/** What every store does, whatever it is made of. `open` gives a new and empty one at each call. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`${name} keeps the contract of stores`, () => {
    let opened: OpenedStore | undefined
    before(async () => {
      opened = await open()
    })
    after(() => opened?.close())
    const stage: Stage = {
      shared: (test) => async () => {
        if (opened === undefined) throw new Error('The store that tests share was not opened.')
        await test(new House(opened.store))
      },
      fresh: (test) => async () => {
        const own = await open()
        try {
          await test(new House(own.store), own)
        } finally {
          await own.close()
        }
      },
    }
    for (const part of PARTS) part(stage)
  })
}

const PARTS: ((stage: Stage) => void)[] = [
  testLog,
  testDedup,
  testProjections,
  testCatchUp,
  testHistory,
  testDoors,
  testMarks,
  testUserLog,
  testSettings,
  testDirectory,
  testAccounts,
  testSessions,
]
