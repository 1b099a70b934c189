import { LIMITS } from '@natter/protocol'
import { StoreFault } from '../../src/ports/store-fault.ts'
import type { Store } from '../../src/ports/store.ts'
import type { Answer, Request } from '../../src/adapters/sqlite/methods.ts'
import { Reader } from '../../src/adapters/sqlite/reader.ts'
import { storeOnLines } from '../../src/adapters/sqlite/store-on-lines.ts'
import type { Line } from '../../src/adapters/sqlite/store-on-lines.ts'
import { Writer } from '../../src/adapters/sqlite/writer.ts'
import type { WriterOptions } from '../../src/adapters/sqlite/writer.ts'

/** The SQLite store without threads: what is asked in one turn is one batch, and the test owns chance and connection. */
export function openInline(options: Pick<WriterOptions, 'folder' | 'nextRef'> & Partial<WriterOptions>): Store {
  const writer = new Writer({ limits: LIMITS, ...options })
  const reader = new Reader(options.folder)
  return storeOnLines(writer.place, lineTo(writer), lineTo(reader))
}

/** Refs in the order of the alphabet of digits: 0001, 0002, … */
export function countedRefs(): () => string {
  let last = 0
  return () => String(++last).padStart(4, '0')
}

function lineTo(desk: { answer(requests: readonly Request[]): Answer[]; close(): void }): Line {
  let waiting: (Request & PromiseWithResolvers<unknown>)[] = []
  function answerAll(): void {
    while (waiting.length > 0) {
      const answers = desk.answer(waiting.map(({ n, method, args }) => structuredClone({ n, method, args })))
      const answered = waiting.slice(0, answers.length)
      waiting = waiting.slice(answers.length)
      for (const [index, answer] of answers.entries()) {
        if ('fault' in answer) answered[index]?.reject(new StoreFault(answer.fault.code, answer.fault.message))
        else answered[index]?.resolve(structuredClone(answer.ok))
      }
    }
  }
  return {
    ask(method, args) {
      const request = { n: waiting.length, method, args, ...Promise.withResolvers<unknown>() }
      waiting.push(request)
      if (waiting.length === 1) queueMicrotask(answerAll)
      return request.promise
    },
    close: async () => desk.close(),
  }
}
