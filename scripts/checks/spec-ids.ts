import type { Check, TextFile } from './check.ts'
import { isNode, isSource, isTest, lineOf, nameOf, parseSource, walk } from './parse-source.ts'
import type { SyntaxNode } from './parse-source.ts'

/** Every rule of docs/spec has a test that names it, and every rule that a test names exists. */
export const specIds: Check = { name: 'spec ids', run: ({ files }) => findLooseSpecIds(files) }

const RULE = /^- \*\*([A-Z]{2,4}-\d+)\*\* ?(.*)$/
const ID = /\b[A-Z]{2,4}-\d+\b/g
/** Words of this form that are no rules. */
const NO_RULES = /^(UTF|SHA|ISO|RFC)-/
const ID_AT_START = /^[A-Z]{2,4}-\d+\b/

export function findLooseSpecIds(files: TextFile[]): string[] {
  const rules = files.filter(({ path }) => /^docs\/spec\/.*\.md$/.test(path)).flatMap(rulesOf)
  const known = new Set(rules.map(({ id }) => id))
  const areas = new Set(rules.map(({ id }) => areaOf(id)))
  const titles = files.filter((file) => isTest(file) && isSource(file)).flatMap(titlesOf)
  const named = new Set(titles.flatMap(({ title }) => idsIn(title, areas)))
  return [
    ...rules.filter(({ text }) => text === '').map(({ id, place }) => `${place} rule ${id} says nothing`),
    ...rules
      .filter(({ id }, index) => rules.findIndex((each) => each.id === id) !== index)
      .map(({ id, place }) => `${place} rule ${id} stands twice`),
    ...rules.filter(({ id }) => !named.has(id)).map(({ id, place }) => `${place} no test names rule ${id}`),
    ...titles.flatMap(({ title, place }) =>
      idsIn(title, areas)
        .filter((id) => !known.has(id))
        .map((id) => `${place} no rule ${id} in docs/spec`),
    ),
  ]
}

/** An id at the start of a title always counts; further in, only in an area the spec knows (`UTF-8` is none). */
function idsIn(title: string, areas: Set<string>): string[] {
  const first = ID_AT_START.exec(title)?.[0]
  return (title.match(ID) ?? []).filter((id) => !NO_RULES.test(id) && (id === first || areas.has(areaOf(id))))
}

function rulesOf({ path, text }: TextFile): { id: string; text: string; place: string }[] {
  return text.split('\n').flatMap((line, index) => {
    const [, id, rule = ''] = RULE.exec(line) ?? []
    return id === undefined ? [] : [{ id, text: rule.trim(), place: `${path}:${index + 1}` }]
  })
}

/** The first argument of every call but assertions is looked at: a suite may make its tests by a function of its own. */
function titlesOf(file: TextFile): { title: string; place: string }[] {
  const titles: { title: string; place: string }[] = []
  walk(parseSource(file), (node) => {
    if (node.type !== 'CallExpression') return
    if (isNode(node.callee) && nameOf(node.callee.object) === 'assert') return
    const title = textOf((node.arguments as unknown[])[0])
    if (title !== undefined) titles.push({ title, place: `${file.path}:${lineOf(file.text, node.start)}` })
  })
  return titles
}

function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral') return undefined
  return (node.quasis as SyntaxNode[]).map(({ value }) => (value as { cooked: string }).cooked).join('…')
}

function areaOf(id: string): string {
  return id.slice(0, id.indexOf('-'))
}
