// `node serve-page.ts <folder of the page> <data folder> <port>`: a server with a page of its own.
import { createLog, readOptions, startServer, systemClock } from '@natter/server'

const [, , webRoot = '', data = '', port = ''] = process.argv
const options = readOptions(process.env, { data, port })
if (Array.isArray(options)) throw new Error(options.map(({ message }) => message).join('\n'))
const server = await startServer(options, { log: createLog(options.logLevel, systemClock), webRoot })
console.log(JSON.stringify({ url: server.address }))
