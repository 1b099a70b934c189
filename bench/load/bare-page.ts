import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { pacerOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { runOpenLoop } from '../method/open-loop.ts'
import { evenTimes } from '../method/schedule.ts'
import { chatText } from './chat-text.ts'

/**
 * The floor in a browser: a bare WebSocket, and one row of text for each frame, at most `rowsMax` of them. The box is one
 * that stays at its end by itself, without a script.
 */
export class BarePage implements AsyncDisposable {
  readonly #server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(this.#html)
  })
  readonly #sockets = new WebSocketServer({ server: this.#server, perMessageDeflate: false })
  readonly #html: string
  #told = 0

  private constructor(rowsMax: number) {
    this.#html = htmlOf(rowsMax)
  }

  static async open(rowsMax: number): Promise<BarePage> {
    const page = new BarePage(rowsMax)
    page.#server.listen(0, '127.0.0.1')
    await once(page.#server, 'listening')
    return page
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo
    return `http://127.0.0.1:${port}/`
  }

  /** Sends frames at this rate to whoever is connected. Answers how many, and the text of the last one. */
  async talk(bench: Bench, perSecond: number, seconds: number): Promise<{ messages: number; last: string }> {
    const times = evenTimes(perSecond, seconds)
    const tell = (): void => {
      const text = chatText(this.#told++)
      for (const socket of this.#sockets.clients) socket.send(text)
    }
    await runOpenLoop(times, tell, pacerOf(bench))
    return { messages: times.length, last: chatText(this.#told - 1) }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#sockets.close()
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}

function htmlOf(rowsMax: number): string {
  return `<!doctype html><meta charset="utf-8"><title>floor</title>
<style>body{margin:0;height:100vh;display:flex;flex-direction:column;font:16px sans-serif}
div{flex:1;overflow:auto;display:flex;flex-direction:column-reverse}ol{margin:0;list-style:none}li{white-space:pre-wrap}</style>
<div><ol></ol></div><textarea aria-label="Message"></textarea>
<script>
const list = document.querySelector('ol')
new WebSocket(location.href.replace('http', 'ws')).onmessage = ({ data }) => {
  const row = document.createElement('li')
  row.textContent = data
  list.append(row)
  if (list.childElementCount > ${rowsMax}) list.firstElementChild.remove()
}
</script>`
}
