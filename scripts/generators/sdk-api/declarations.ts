import { parseSync } from 'oxc-parser'
import { isNode, nameOf } from '../../checks/parse-source.ts'
import type { SyntaxNode } from '../../checks/parse-source.ts'

/** An exported declaration as a reader of the API needs it: no bodies, nothing private. */
export type Declaration = {
  name: string
  kind: 'class' | 'function' | 'constant' | 'type'
  doc: string
  signature: string
}

type Source = { text: string; comments: { type: string; value: string; start: number; end: number }[] }

const INITIALIZER_LENGTH_MAX = 200

/** The declarations that a module exports itself, in the order of the file. */
export function declarationsOf(path: string, text: string): Declaration[] {
  const { program, comments } = parseSync(path, text)
  const source = { text, comments }
  return (program as unknown as { body: SyntaxNode[] }).body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || !isNode(statement.declaration)) return []
    return declared(source, statement.declaration).map((each) => ({ ...each, doc: docBefore(source, statement.start) }))
  })
}

function declared(source: Source, node: SyntaxNode): Omit<Declaration, 'doc'>[] {
  const { text } = source
  const name = nameOf(node.id)
  const whole = text.slice(node.start, node.end)
  if (node.type === 'VariableDeclaration')
    return (node.declarations as SyntaxNode[]).flatMap((each) => constant(text, each))
  if (name === undefined) return []
  if (node.type === 'FunctionDeclaration') return [{ name, kind: 'function', signature: header(text, node) }]
  if (node.type === 'ClassDeclaration') return [{ name, kind: 'class', signature: classText(source, node) }]
  if (/^TS(Interface|TypeAlias)Declaration$/.test(node.type)) return [{ name, kind: 'type', signature: whole }]
  return []
}

function constant(text: string, node: SyntaxNode): Omit<Declaration, 'doc'>[] {
  const id = node.id
  if (!isNode(id) || id.type !== 'Identifier') return []
  const whole = `const ${text.slice(node.start, node.end)}`
  const short = `const ${text.slice(id.start, id.end)}`
  return [
    { name: String(id.name), kind: 'constant', signature: whole.length <= INITIALIZER_LENGTH_MAX ? whole : short },
  ]
}

/** A class with its public members, each without its body. */
function classText(source: Source, node: SyntaxNode): string {
  const body = node.body as SyntaxNode
  const members = (body.body as SyntaxNode[]).filter(isPublic).map((member) => {
    const doc = docBefore(source, member.start)
    return `${doc === '' ? '' : `  /** ${doc} */\n`}  ${memberText(source.text, member)}`
  })
  return `${source.text.slice(node.start, body.start).trim()} {\n${members.join('\n')}\n}`
}

function isPublic(member: SyntaxNode): boolean {
  const isHidden = member.accessibility === 'private' || member.accessibility === 'protected'
  return !isHidden && isNode(member.key) && member.key.type !== 'PrivateIdentifier'
}

function memberText(text: string, member: SyntaxNode): string {
  const { value } = member
  if (member.type === 'MethodDefinition' && isNode(value)) return header(text, { ...value, start: member.start })
  const end = isNode(value) ? value.start : member.end
  return text.slice(member.start, end).replace(/\s*[=;]?\s*$/, '')
}

function header(text: string, node: SyntaxNode): string {
  const end = isNode(node.body) ? node.body.start : node.end
  return text.slice(node.start, end).trim()
}

/** The doc comment right before an offset, as one paragraph. */
function docBefore({ text, comments }: Source, offset: number): string {
  const comment = comments.findLast((each) => each.end <= offset && text.slice(each.end, offset).trim() === '')
  if (!comment?.value.startsWith('*')) return ''
  return comment.value
    .replace(/^\s*\* ?/gm, '')
    .replace(/^\*/, '')
    .replace(/\s+/g, ' ')
    .trim()
}
