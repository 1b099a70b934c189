import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMANDS } from '@natter/protocol/schemas'
import { house } from './house.ts'

test('GW-1 hello is answered with all that its client needs', async () => {
  const { ada, den, stranger, kim } = await house()
  await kim.say(den, 'hello @ada')
  const client = stranger()
  const reply = await client.hello(ada.token, { client: 'test/1', device: 'd1', rooms: { [den]: null } })
  COMMANDS.hello.reply.parse(reply)
  console.log(JSON.stringify(reply))
})
