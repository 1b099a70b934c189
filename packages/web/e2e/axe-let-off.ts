import type { Finding } from './axe.ts'

/** What is let off, each with its reason. Nothing else is. */
const LET_OFF: { rules: string[]; states: RegExp; at?: RegExp; why: string }[] = [
  {
    rules: ['landmark-one-main'],
    states: /^phone (no-rooms|list|list-menu|all-read|unread-only|nowhere|members|first run)$/,
    why: 'One pane at a time: beside the list of rooms, a navigation, or the members, a complement, main is not shown.',
  },
  {
    rules: ['landmark-one-main', 'page-has-heading-one'],
    states: /^(wide|phone) settings/,
    why: 'They are a dialog over an inert page, with a heading of its own.',
  },
  {
    rules: ['target-size'],
    states: /./,
    at: /^\.timeline__day/,
    why: 'A day that has given way to the next one lies under it.',
  },
]

/** What is left of the findings in a state, called `wide room` or `phone room`. */
export function notLetOff(state: string, findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ rule, at: places }) =>
      !LET_OFF.some(
        ({ rules, states, at }) =>
          rules.includes(rule) && states.test(state) && places.every((place) => at?.test(place) ?? true),
      ),
  )
}
