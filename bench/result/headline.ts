import { middleOf } from './findings.ts'
import type { Figure, Headline, Row, Table } from './findings.ts'

/** One figure that somebody who chooses a server asks for, beside what it must be and what is aimed at. */
export function headline(
  what: string,
  figure: Figure,
  { must, aim, sense = 'at most' }: { must: number; aim: number; sense?: Headline['sense'] },
): Headline {
  return { what, figure, must, aim, sense }
}

/** All of them as one table. */
export function headlineTable(headlines: readonly Headline[]): Table {
  const rows = headlines.map(({ what, figure, must, aim, sense }): Row => ({
    name: what,
    figures: {
      must: `${sense === 'at most' ? '≤' : '≥'} ${must.toLocaleString('en')}`,
      aim: `${sense === 'at most' ? '≤' : '≥'} ${aim.toLocaleString('en')}`,
      measured: figure,
      verdict: verdictOf(figure, { must, aim, sense }),
    },
  }))
  return { caption: 'Against the targets', rows }
}

export function verdictOf(
  figure: Figure,
  { must, aim, sense }: Pick<Headline, 'must' | 'aim' | 'sense'>,
): 'aim met' | 'must met' | 'missed' | 'not measured' {
  const value = middleOf(figure)
  if (Number.isNaN(value)) return 'not measured'
  const meets = (target: number): boolean => (sense === 'at most' ? value <= target : value >= target)
  if (meets(aim)) return 'aim met'
  return meets(must) ? 'must met' : 'missed'
}
