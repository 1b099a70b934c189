import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * Puts the order of the style layers, which is the first line of `tokens`, before every style sheet: once the page is cut into
 * chunks, nobody can say which sheet comes first.
 */
export function layerOrder(tokens: string): Plugin {
  const [order = ''] = readFileSync(tokens, 'utf8').split('\n', 1)
  if (!order.startsWith('@layer ')) throw new Error(`${tokens} must begin with the order of the layers.`)
  return {
    name: 'natter-layer-order',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('.css') ? `${order}\n${code}` : undefined),
  }
}
