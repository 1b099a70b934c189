const LANGUAGES = {
  bash: 'sh shell zsh console',
  c: 'h',
  cpp: 'c++ cc cxx hpp',
  csharp: 'c# cs',
  css: '',
  diff: 'patch',
  dockerfile: 'docker',
  go: 'golang',
  java: '',
  javascript: 'js jsx mjs cjs',
  json: 'jsonc json5',
  kotlin: 'kt kts',
  markdown: 'md',
  php: '',
  python: 'py',
  ruby: 'rb',
  rust: 'rs',
  sql: 'postgres sqlite',
  swift: '',
  typescript: 'ts tsx mts cts',
  xml: 'html svg xhtml',
  yaml: 'yml',
} as const

export type CodeLanguage = keyof typeof LANGUAGES

// Born here: the keys of the table above.
const NAMES = new Map(
  Object.entries(LANGUAGES).flatMap(([name, others]) =>
    [name, ...others.split(' ')].map((each) => [each, name as CodeLanguage]),
  ),
)

/** The language that a block of code says it is in, where its colours are known. */
export function codeLanguage(label: string): CodeLanguage | undefined {
  return label === '' ? undefined : NAMES.get(label.toLowerCase())
}
