import { createHttp, createNatter } from '@natter/client'

const url = process.env['NATTER_URL'] ?? 'http://127.0.0.1:8080'
const { accessToken } = await createHttp({ url }).signUp({ handle: 'ada', password: 'correct horse battery' })
const natter = createNatter({ url, token: async () => accessToken })
await natter.ready
const { id } = await natter.createRoom({ kind: 'public', name: 'Tea' })
const { seq } = await natter.room(id).send('Hello from the SDK').sent
console.log(`Message ${seq} is on disk.`)
await natter.close()
