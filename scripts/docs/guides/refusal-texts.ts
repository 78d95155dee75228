import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { packageRoot } from '../../../src/config/package-root.js'

/** What the contracts say of refusals, in Chinese → its English, `docs/en/refusals.yaml`. */
export const refusalTexts = new Map(
  Object.entries(parse(readFileSync(new URL('docs/en/refusals.yaml', packageRoot), 'utf8')) as Record<string, string>)
)
