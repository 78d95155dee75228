import assert from 'node:assert/strict'
import { ConfigError, readConfig } from '../../src/config/config.js'

/** Why this environment is refused. */
export function refusal(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error))
    return error.message
  }
  return assert.fail(`accepted ${JSON.stringify(env)}`)
}
