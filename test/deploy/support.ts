import { readFileSync } from 'node:fs'
import { readConfig } from '../../src/config/config.js'
import { packageRoot } from '../../src/config/package-root.js'
import { variables } from '../../src/config/variables.js'
import { DRAIN_TIMEOUT } from '../../src/server/listen.js'
import { FLUSH_TIMEOUT } from '../../src/telemetry/telemetry.js'

const known = new Set(
  Object.values(variables).flatMap(({ name, alias = name }) => [name, alias, `${name}_FILE`, `${alias}_FILE`])
)

/** A file of `docs/deploy/`. */
export function readDeployFile(path: string): string {
  return readFileSync(new URL(`docs/deploy/${path}`, packageRoot), 'utf8')
}

/** Those of the names that are no environment variables of the server. */
export function unknownVariables(names: string[]): string[] {
  return names.filter((name) => !known.has(name))
}

/** Seconds after SIGTERM in which the server may still answer requests or export telemetry, with `env`. */
export function longestStop(env: Record<string, string>): number {
  return readConfig(env).shutdownDelay + (DRAIN_TIMEOUT + FLUSH_TIMEOUT) / 1000
}
