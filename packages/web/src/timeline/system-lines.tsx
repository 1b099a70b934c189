import type { DurableEvent } from '@natter/protocol'
import { Name } from '../parts/name.tsx'
import { Say } from '../words/say-text.tsx'
import { NameList } from './name-list.tsx'
import { systemLines } from './system-line.ts'
import type { SystemLine } from './system-line.ts'

/** Who came, who went, what changed. */
export function SystemLines({ events }: { events: readonly DurableEvent[] }) {
  return systemLines(events).map((line, index) => (
    <p key={index}>
      <Sentence line={line} />
    </p>
  ))
}

function Sentence({ line }: { line: SystemLine }) {
  switch (line.kind) {
    case 'joined':
    case 'left':
      return <Say id={`timeline.${line.kind}`} who={<NameList who={line.who} />} />
    case 'added':
    case 'removed':
      return <Say id={`timeline.${line.kind}`} by={<Name user={line.by} />} who={<NameList who={line.who} />} />
    case 'renamed':
      return <Say id="timeline.renamed" by={<Name user={line.by} />} to={<bdi>{line.to}</bdi>} />
    case 'retitled':
      if (line.to === '') return <Say id="timeline.untitled" by={<Name user={line.by} />} />
      return <Say id="timeline.retitled" by={<Name user={line.by} />} to={<bdi>{line.to}</bdi>} />
    default:
      return <Say id={`timeline.${line.kind}`} by={<Name user={line.by} />} />
  }
}
