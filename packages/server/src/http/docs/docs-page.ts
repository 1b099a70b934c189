import type { OpenapiDocument, Operation, Schema } from '../openapi-document.ts'
import { escapeHtml } from './escape-html.ts'

/** The API for people: one page of plain HTML, that needs no script and nobody else's server. */
export function docsPage({ info, paths, components }: OpenapiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))]
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag))
    return `<section id="${escapeHtml(tag)}"><h2>${escapeHtml(tag)}</h2>${own.map(operationHtml).join('')}</section>`
  })
  return page(`
<header><h1>${escapeHtml(info.title)} API <small>${escapeHtml(info.version)}</small></h1>
<p>${escapeHtml(info.description)}</p><p><a href="/v1/openapi.json">openapi.json</a></p></header>
<nav aria-label="Parts">${[...tags, 'objects'].map((tag) => `<a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a>`).join(' ')}</nav>
<main>${sections.join('')}
<section id="objects"><h2>objects</h2>${Object.entries(components.schemas).map(objectHtml).join('')}</section></main>`)
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Natter API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/docs.css"></head><body>${body}</body></html>
`
}

function operationHtml({ method, path, operation }: { method: string; path: string; operation: Operation }): string {
  const body = operation.requestBody?.content['application/json'].schema
  const [[status, answer] = ['', undefined]] = Object.entries(operation.responses)
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')
  return `<details><summary><b class="${escapeHtml(method)}">${escapeHtml(method.toUpperCase())}</b>
<code>${escapeHtml(path)}</code> <span>${escapeHtml(operation.summary)}</span></summary>
<p>${operation.security === undefined ? 'For anybody.' : 'For whoever is signed in.'}</p>
${parameters.length === 0 ? '' : `<h3>Query</h3>${parameters.map(({ name, schema }) => `<p><code>${escapeHtml(name)}</code> ${schemaHtml(schema)}</p>`).join('')}`}
${body === undefined ? '' : `<h3>Body</h3>${schemaHtml(body)}`}
<h3>Answer ${escapeHtml(status)}</h3>${Object.values(answer?.content ?? {})
    .map(({ schema }) => schemaHtml(schema))
    .join('')}</details>`
}

function objectHtml([name, schema]: [string, Schema]): string {
  return `<details id="object-${escapeHtml(name)}"><summary><code>${escapeHtml(name)}</code></summary>${schemaHtml(schema)}</details>`
}

/** The schema as JSON, with links to the objects that it names. */
function schemaHtml(schema: Schema): string {
  const text = escapeHtml(JSON.stringify(schema, null, 2))
  const linked = text.replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#object-$1">$1</a>')
  return `<pre>${linked}</pre>`
}
