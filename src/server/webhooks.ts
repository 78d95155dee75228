import { post } from '../webhooks/post.js'
import { WebhookSender } from '../webhooks/sender.js'
import { deriveWebhookKeys } from '../webhooks/secrets.js'
import type { Context } from './context.js'

/** Sends webhooks until `stop`. */
export function sendWebhooks({ config, database, log, metrics, telemetry }: Context): WebhookSender {
  return new WebhookSender({
    db: database.db,
    keys: deriveWebhookKeys(config.tokenSecret, config.tokenSecretPrevious),
    post: telemetry?.tracing?.tracePost(post) ?? post,
    warn: (details, message) => log.warn(details, message),
    report: metrics.webhookDelays
  })
}
