import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { violate } from '../counts.ts'
import { Crowd, within } from '../crowd/crowd.ts'
import { bare } from '../crowd/raw-talker.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

/** Descriptors that are left to the server. */
const LEFT = 8
const CROWDERS = 60
const BACK_MS_MAX = 10_000

export const fault: Fault = {
  id: 'R32',
  title: 'no file descriptors left',
  needs: ['linux', 'prlimit'],
  async run(world) {
    const place = await Place.open(world)
    const crowd = await Crowd.gather(world, place)
    await crowd.talkFor(50)
    const usual = softLimit(place.pid)
    limitFiles(place.pid, readdirSync(`/proc/${place.pid}/fd`).length + LEFT)
    const crowders = Array.from({ length: CROWDERS }, () => connect({ host: '127.0.0.1', port: place.port }))
    for (const socket of crowders) socket.on('error', () => undefined)
    world.after(() => crowders.forEach((socket) => socket.destroy()))
    await wait(1_000)
    await crowd.talkFor(100)
    const stillThere = crowders.filter(({ destroyed }) => !destroyed).length
    for (const socket of crowders) socket.destroy()
    limitFiles(place.pid, usual)
    const isBack = await within(BACK_MS_MAX, async () => {
      const client = await bare(place.url, place.person(5).token).catch(() => undefined)
      await client?.close()
      return client !== undefined
    })
    const counts = await crowd.verdict()
    const connections = crowd.talkers.reduce((sum, { natter }) => sum + natter.counters.connections, 0)
    if (connections !== crowd.talkers.length) violate(counts, `${connections} connections: existing ones were dropped`)
    if (!isBack) violate(counts, 'nobody new could come in after there was room again')
    if (stillThere > 2 * LEFT) violate(counts, `${stillThere} of ${CROWDERS} were let in on ${LEFT} descriptors`)
    world.note(`${CROWDERS - stillThere} of ${CROWDERS} turned away`)
    return counts
  },
}

function softLimit(pid: number): number {
  return Number(/^Max open files +(\d+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))?.[1])
}

function limitFiles(pid: number, soft: number): void {
  const done = spawnSync('prlimit', ['--pid', String(pid), `--nofile=${soft}:`], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`prlimit failed: ${done.stderr}`)
}
