import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { RoomId } from '@natter/protocol'
import { clientFrame } from '../../bench/load/client-frame.ts'

const HELLO = '{"re":1,"ok":'

/** Signs in, opens the rooms and from then on reads nothing: its window closes. */
export async function mute(port: number, token: string, rooms: readonly RoomId[]): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(
    `GET /v1/ws HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: natter.v1\r\n\r\n',
  )
  const cursors = Object.fromEntries(rooms.map((room) => [room, null]))
  await heard(socket, '\r\n\r\n')
  socket.write(clientFrame(JSON.stringify({ id: 1, type: 'hello', version: 1, token, rooms: cursors })))
  await heard(socket, HELLO)
  socket.pause()
  return socket
}

function heard(socket: Socket, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    const hear = (chunk: Buffer): void => {
      text += chunk.toString('latin1')
      if (!text.includes(words)) return
      socket.off('data', hear)
      resolve()
    }
    socket.on('data', hear)
    socket.once('close', () => reject(new Error(`The server hung up: ${text.slice(0, 200)}`)))
  })
}
