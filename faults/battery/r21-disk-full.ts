import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { violate } from '../counts.ts'
import { Crowd, within } from '../crowd/crowd.ts'
import { beginPost, settlePost } from '../crowd/post.ts'
import { bare } from '../crowd/raw-talker.ts'
import type { Fault } from '../fault.ts'
import { checkFile } from '../place/check-file.ts'
import { Place } from '../place/place.ts'
import { NoAnswer } from '../../packages/server/test/process/raw-client.ts'

const DISK = 'size=16m'
const FULL_MS_MAX = 30_000
/** Fewer than are in each room by then. */
const PAGE = 20
const BLOCK = Buffer.alloc(4_096, 1)

export const fault: Fault = {
  id: 'R21',
  title: 'a full disk',
  needs: ['linux', 'root'],
  async run(world) {
    const folder = join(world.folder, 'small-disk')
    mkdirSync(folder)
    run('mount', '-t', 'tmpfs', '-o', DISK, 'tmpfs', folder)
    world.after(() => run('umount', '-l', folder))
    const place = await Place.open(world, { folder })
    const crowd = await Crowd.gather(world, place)
    await crowd.talkFor(100)
    const reader = await bare(place.url, place.person(5).token)
    const room = place.room(0)

    fill(join(folder, 'filler'))
    crowd.talk()
    let refusal: string | undefined
    let serial = 0
    const isRefused = await within(FULL_MS_MAX, async () => {
      const words = { room, cid: `full-${serial}`, text: `full ${serial++}` }
      const post = beginPost({ by: 'full', user: place.person(5).id, ...words })
      crowd.raw.posts.push(post)
      const answer = await reader.request('message.send', words).catch((error: unknown) => {
        refusal = error instanceof NoAnswer ? error.code : String(error)
      })
      if (answer !== undefined) settlePost(post, { ...answer, state: 'acked' })
      return answer === undefined
    })
    const canRead = await reader.request('history', { room, limit: PAGE }).then(
      ({ messages }) => messages.length === PAGE,
      () => false,
    )
    const ackedWhileFull = crowd.acked
    rmSync(join(folder, 'filler'))
    await crowd.talkFor(20)
    const counts = await crowd.verdict()
    if (!isRefused) violate(counts, 'the disk was full and everything was stored')
    else if (refusal !== 'unavailable') violate(counts, `a send on a full disk was answered with ${refusal}`)
    if (!canRead) violate(counts, 'history could not be read while the disk was full')
    checkFile(place, counts)
    world.note(`refused as ${refusal}, ${crowd.acked - ackedWhileFull} acked after room was made`)
    return counts
  },
}

/** Leaves not a byte. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (;;) writeSync(file, BLOCK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
}

function run(program: string, ...args: string[]): void {
  const done = spawnSync(program, args, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${done.stderr}`)
}
