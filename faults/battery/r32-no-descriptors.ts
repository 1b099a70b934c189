import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { violate } from '../counts.ts'
import { Crowd, within } from '../crowd/crowd.ts'
import { bare } from '../crowd/raw-talker.ts'
import type { Fault } from '../fault.ts'
import { Place } from '../place/place.ts'

/** Descriptors that the server may have. */
const LIMIT = 256
/** Who holds the line and says nothing, and who comes in. */
const SILENT = 150
const NEWCOMERS = 300
const AT_ONCE = 20
const ASKED = 10
const ANSWER_MS_MAX = 5_000
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
    limitFiles(place.pid, LIMIT)
    // The server looks at its bound again after a second.
    await wait(1_100)
    const silent = Array.from({ length: SILENT }, () => connect({ host: '127.0.0.1', port: place.port }))
    for (const socket of silent) socket.on('error', () => undefined)
    world.after(() => silent.forEach((socket) => socket.destroy()))
    const { token } = place.person(5)
    const came: Awaited<ReturnType<typeof bare | typeof String>>[] = []
    while (came.length < NEWCOMERS)
      came.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => bare(place.url, token).catch(String)))))
    const inside = came.flatMap((each) => (typeof each === 'string' ? [] : [each]))
    const refused = came.filter((each) => typeof each === 'string' && each.includes('503')).length
    const alive = await askOften(place, '/healthz')
    const admin = await askOften(place, '/v1/admin/connections')
    await crowd.talkFor(100)

    for (const socket of silent) socket.destroy()
    await Promise.all(inside.map((client) => client.close()))
    limitFiles(place.pid, usual)
    const isBack = await within(BACK_MS_MAX, async () => {
      const client = await bare(place.url, token).catch(() => undefined)
      await client?.close()
      return client !== undefined
    })
    const counts = await crowd.verdict()
    const connections = crowd.talkers.reduce((sum, { natter }) => sum + natter.counters.connections, 0)
    if (connections !== crowd.talkers.length) violate(counts, `${connections} connections: existing ones were dropped`)
    if (refused === 0) violate(counts, 'nobody was answered with 503')
    if (inside.length > LIMIT) violate(counts, `${inside.length} came in on ${LIMIT} descriptors`)
    if (alive < ASKED || admin < ASKED)
      violate(counts, `of ${ASKED} each, /healthz answered ${alive} and the admin route ${admin}`)
    if (!isBack) violate(counts, 'nobody new could come in after there was room again')
    world.note(`${inside.length} of ${NEWCOMERS} came in, ${refused} were answered with 503`)
    return counts
  },
}

/** How many of several questions, each over a connection of its own, were answered with 200. */
async function askOften(place: Place, path: string): Promise<number> {
  let answered = 0
  for (let index = 0; index < ASKED; index++) if ((await ask(place, path)) === 200) answered++
  return answered
}

function ask(place: Place, path: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${place.person(0).token}` }
  return new Promise((resolve) => {
    const request = get(`${place.url}${path}`, { agent: false, headers, timeout: ANSWER_MS_MAX }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(undefined))
  })
}

function softLimit(pid: number): number {
  return Number(/^Max open files +(\d+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))?.[1])
}

function limitFiles(pid: number, soft: number): void {
  const done = spawnSync('prlimit', ['--pid', String(pid), `--nofile=${soft}:`], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`prlimit failed: ${done.stderr}`)
}
