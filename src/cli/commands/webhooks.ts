import { auditActions, type AuditAction } from '../../audit/record.js'
import { realmNames } from '../../config/realm-names.js'
import { withTokenSecret } from '../../config/token-secret.js'
import { migrate } from '../../database/migrations/migrate.js'
import { deriveWebhookKeys } from '../../webhooks/secrets.js'
import { withDatabase } from '../terminal/database.js'
import { choice, flag, needed, rows, text, type Option } from '../terminal/option.js'
import { wrongUsage } from '../terminal/stop.js'
import { databaseCommand } from './command.js'
import { workOf } from './webhook-work.js'

const DETAILS =
  'A webhook gets each entry that is written to the trail from then on: by POST, signed, again until it is taken, and ' +
  'entries about one account in their order. A running server notices a new one within 10 seconds. docs/webhooks.md has more.'

const idOption = (meaning: string): Option<number> => ({
  placeholder: 'id',
  meaning,
  parse(value) {
    if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
    throw wrongUsage('a webhook has a number, which webhooks prints', 'webhooks')
  }
})

const actionsOption: Option<AuditAction[]> = {
  placeholder: 'actions',
  meaning: `With --add: entries of these actions alone, between commas, out of ${auditActions.join(', ')}.`,
  parse(value) {
    const given = [...new Set(value.split(',').map((action) => action.trim() as AuditAction))]
    const unknown = given.find((action) => !auditActions.includes(action))
    if (unknown === undefined) return given
    throw wrongUsage(`--actions has ${JSON.stringify(unknown)}, which is no action`, 'webhooks')
  }
}

export const webhooks = databaseCommand({
  summary: 'Prints the webhooks of a realm, which get its audit trail over HTTP; adds and changes them.',
  details: DETAILS,
  options: {
    realm: needed(choice('realm', realmNames, 'Whose trail.')),
    add: text('url', 'Adds a webhook and prints its secret, this once.'),
    actions: actionsOption,
    insecure: flag('With --add: takes http:// to another machine too, where everybody on the way reads the entries.'),
    'rotate-secret': idOption('Prints a new secret, this once; the one before it signs too for 24 hours.'),
    pause: idOption('Sends nothing more until --resume.'),
    resume: idOption('Goes on where it was paused.'),
    deliveries: idOption('Prints the deliveries that are not made, between tabs, the oldest first.'),
    retry: idOption('Makes them due now, those that were given up too; of a paused webhook after --resume.'),
    remove: idOption('Removes the webhook for good.'),
    limit: rows('limit', 'With --deliveries: how many at most; 100 where it is not given.'),
    json: flag('Prints an object of JSON a line.')
  },
  async runOnDatabase(config, { realm, ...given }, terminal) {
    const work = await workOf(given)
    const { tokenSecret, tokenSecretPrevious } = withTokenSecret(config)
    const keys = deriveWebhookKeys(tokenSecret, tokenSecretPrevious)
    await withDatabase(config, async (db) => {
      await migrate(db)
      await work({ db, keys, realm, terminal })
    })
  }
})
