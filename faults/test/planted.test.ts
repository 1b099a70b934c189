import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { noCounts } from '../counts.ts'
import type { Counts } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import { Place } from '../place/place.ts'
import { openWorld } from '../world.ts'

/** What a bug could do to the rows, as SQL, and what it must be counted as. The seqs are those of the talk below. */
const PLANTED: [what: string, sql: string, counted: (counts: Counts) => boolean][] = [
  [
    'a message that was acknowledged and is gone',
    'delete from log where seq = (select max(seq) - 5 from log)',
    ({ lost }) => lost > 0,
  ],
  [
    'a message that has become one that nobody wrote',
    "update log set cid = 'swapped' where seq = (select max(seq) - 5 from log)",
    ({ lost, violations }) => lost > 0 && violations.some((sentence) => sentence.startsWith('H2 ')),
  ],
]

for (const [what, sql, counted] of PLANTED) {
  test(`PR-5 the verdict of a fault notices ${what}`, async () => {
    const world = openWorld({ seed: 1, isShort: true })
    try {
      const place = await Place.open(world, { rooms: 1 })
      const crowd = await Crowd.gather(world, place, { talkers: 2 })
      await crowd.talkFor(30)
      await crowd.heal()
      const untouched = await crowd.judgeNow()
      assert.deepEqual({ ...untouched, acked: 0 }, { ...noCounts(), runs: 1 }, 'before the tampering all is well')
      const database = new DatabaseSync(join(place.folder, 'natter.db'), { timeout: 5_000 })
      assert.equal(database.prepare(sql).run().changes, 1)
      database.close()
      assert(counted(await crowd.judgeNow()), 'this must be noticed')
    } finally {
      await world.close()
    }
  })
}
