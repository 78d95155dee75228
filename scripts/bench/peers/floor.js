import { createServer } from 'node:http'
import { settings } from './settings.js'

// The least that Node can do: a constant, to whoever asks for anything. No token, no database, no log.
const { port, constant } = settings
const length = Buffer.byteLength(constant)

createServer((request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': length })
  response.end(constant)
}).listen(port, '127.0.0.1')
