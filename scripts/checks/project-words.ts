import type { Check, TextFile } from './check.ts'

/** What must not stand in the repository: places of one machine, names of registries, work left undone. */
export const projectWords: Check = { name: 'project words', run: ({ files }) => findForbiddenWords(files) }

const OWN_FILES = /^scripts\/(checks\/project-words\.ts|test\/project-words\.test\.ts)$/
/** Homes that tests may make up. */
const PEOPLE = /^\/home\/(ada|kim|lin)\b/
const FORBIDDEN: { pattern: RegExp; reason: string }[] = [
  { pattern: /(?<![\w.])\/(work|home|root|Users)\/[\w.-]+/, reason: 'a path of one machine' },
  { pattern: /\bregistry\.[a-z-]+\.[a-z]+\b/, reason: 'the host name of a registry' },
  { pattern: /"resolved": "https?:/, reason: 'the host name of a registry' },
  { pattern: /\b(TODO|FIXME|XXX)\b/, reason: 'work left undone' },
]

export function findForbiddenWords(files: TextFile[]): string[] {
  return files
    .filter(({ path }) => !OWN_FILES.test(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) =>
        FORBIDDEN.flatMap(({ pattern, reason }) => {
          const word = pattern.exec(line)?.[0]
          return word === undefined || PEOPLE.test(word) ? [] : [`${path}:${index + 1} "${word}": ${reason}`]
        }),
      ),
    )
}
