// Calls the operations of a scenario, in order, through the client that was generated, and prints the answers.
import { readFileSync } from 'node:fs'
import { call } from 'client'

const [, , origin, file] = process.argv
const { calls, token: keys } = JSON.parse(readFileSync(file, 'utf8'))
let token
const answers = []
for (const one of calls) {
  const answer = await call(one, origin, token)
  token ??= keys.reduce((node, key) => node[key], answer.body)
  answers.push(answer)
}
console.log(JSON.stringify(answers))
