import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportAccounts } from '../../transfer/export.js'
import { command } from './command.js'

export const exportRealm = command({
  summary: 'Writes every account with its password hash to standard output, a line of JSON each.',
  options: {},
  async run({ db, realm }, _, { say }) {
    let count = 0
    async function* lines(): AsyncGenerator<string> {
      for await (const batch of exportAccounts(db, realm)) {
        yield batch.map((account) => `${JSON.stringify(account)}\n`).join('')
        count += batch.length
        say(`${count} exported`)
      }
    }
    await pipeline(Readable.from(lines()), process.stdout, { end: false })
    return undefined
  }
})
