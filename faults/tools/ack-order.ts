/** Where a frame begins, and what the answers to `message.send` and `message.sendMany` begin with, as `strace` prints it. */
const FRAME = /(?=\{\\"(?:re|type|control)\\":)/
const ANSWER = /^\{\\"re\\":\d+,\\"ok\\":\{(?:\\"items\\":\[\{)?\\"seq\\":/
const PLACE = /\\"seq\\":(\d+)/g
const CALL = /^\d+ +(?:<\.\.\. )?(\w+)/

/**
 * Reads a trace of `strace -f` and tells which answers went out before an fsync had returned that began after their
 * message was written. `cidOf` says which message stands at a seq.
 */
export function earlyAcks(trace: string, cidOf: ReadonlyMap<number, string>): { checked: number; early: string[] } {
  /** Not met in any write yet. */
  const unwritten = new Set(cidOf.values())
  /** Written and not yet safe, written before the fsync under way began, and safe. */
  const written = new Set<string>()
  const covered = new Set<string>()
  const safe = new Set<string>()
  const seen = new Set<number>()
  const early: string[] = []
  for (const line of trace.split('\n')) {
    const call = CALL.exec(line)?.[1]
    if (call === 'pwrite64') {
      for (const cid of unwritten) {
        // Not by words: in a row of the database a cid stands right before the text.
        if (!line.includes(cid)) continue
        unwritten.delete(cid)
        written.add(cid)
      }
    } else if (call === 'fdatasync' || call === 'fsync') {
      if (!line.includes('resumed')) move(written, covered)
      if (/= 0( \(|$)/.test(line)) move(covered, safe)
    } else if (call !== undefined) {
      for (const seq of seqsIn(line)) {
        const cid = cidOf.get(seq)
        if (cid === undefined || seen.has(seq)) continue
        seen.add(seq)
        if (!safe.has(cid)) early.push(`${cid} at seq ${seq} was acknowledged before its fsync had returned`)
      }
    }
  }
  return { checked: seen.size, early }
}

function seqsIn(line: string): number[] {
  const answers = line.split(FRAME).filter((frame) => ANSWER.test(frame))
  return answers.flatMap((answer) => [...answer.matchAll(PLACE)].map(([, seq]) => Number(seq)))
}

function move(from: Set<string>, to: Set<string>): void {
  for (const each of from) to.add(each)
  from.clear()
}
