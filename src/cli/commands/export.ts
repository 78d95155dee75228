import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { countSecondFactors, exportAccounts } from '../../import-export/export.js'
import { textOf } from '../../import-export/text.js'
import { formats } from '../../import-export/records.js'
import { choice } from '../terminal/option.js'
import { command } from './command.js'

export const exportRealm = command({
  summary: 'Writes every account with its password hash to standard output.',
  details:
    'ndjson has a line of JSON for each account, csv a row: UTF-8 with a byte order mark, as Excel opens it, the names of ' +
    "the columns in the first row, a ' before what a spreadsheet would take for a formula. Roles go by number and name, " +
    'without their rights. A second factor is not written: where the file is imported, its account logs in with the password ' +
    'alone. The audit trail says that there was an export, and of how many accounts.',
  options: { format: choice('format', formats, 'The form of the file; ndjson where it is not given.') },
  async run(context, { format = 'ndjson' }, { output, say }) {
    let exported = 0
    async function* batches() {
      for await (const batch of exportAccounts(context)) {
        yield batch
        exported += batch.length
      }
    }
    await pipeline(Readable.from(textOf(format, context.realm, batches())), output, { end: false })
    say(`${exported} exported`)
    const left = await countSecondFactors(context)
    if (left > 0) {
      say(
        `${left} account(s) have a second factor, which is not exported: where the file is imported, they log in with the ` +
          'password alone until they enable one again'
      )
    }
    return undefined
  }
})
