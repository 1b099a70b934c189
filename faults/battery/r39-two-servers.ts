import { serve } from '../../packages/server/test/process/server-process.ts'
import { violate } from '../counts.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

export const fault: Fault = {
  id: 'R39',
  title: 'a second server on the same folder',
  isShort: true,
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place)
    await crowd.talkFor(20)
    const refusal = await serve({ dataFolder: place.folder }).then(
      async (second) => {
        await second.kill()
        return 'it has started'
      },
      (error: unknown) => String(error),
    )
    await crowd.talkFor(20)
    const counts = await crowd.verdict()
    if (!/exit code [1-9].*in use by another Natter server/s.test(refusal))
      violate(counts, `the second server was not refused in clear words: ${refusal.slice(0, 300)}`)
    return counts
  },
}
