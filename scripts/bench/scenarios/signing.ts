import { tokenAlgorithms, type TokenAlgorithm } from '../../../src/config/token-algorithms.js'
import { hashPassword, verifyPassword } from '../../../src/passwords/schemes.js'
import type { PasswordScheme } from '../../../src/passwords/rules.js'
import { tmsRealm, type TmsAccount } from '../../../src/realms/tms.js'
import { deriveKeys } from '../../../src/tokens/keys.js'
import { signToken, verifyToken } from '../../../src/tokens/token.js'
import { createTokenVerifier } from '../../../src/tokens/verifier.js'
import { median } from '../../../test/support/median.js'
import { PASSWORD } from '../seed.js'
import type { Environment } from '../environment.js'
import { atMost } from '../goals.js'
import type { Pace, Section } from '../scenario.js'

const TOKENS = 1_000
const PASSWORDS = 10
const ACCOUNT = { id: 1, name: 'user1', generation: 0 } as TmsAccount

/** Microseconds of CPU for one token. */
interface Costs {
  sign: number
  verify: number
  remembered: number
}

/** What the signature of a login's token costs beside its hash: CPU of this process, in which others take no part. */
export async function scenario(_: Environment, { rounds }: Pace): Promise<Section> {
  const costs = { HS256: await costsOf('HS256', rounds), ES256: await costsOf('ES256', rounds) }
  const hashes = { bcrypt: await costOfHash('bcrypt', rounds), argon2i: await costOfHash('argon2i', rounds) }
  const cheaper = Math.min(hashes.bcrypt, hashes.argon2i)
  return {
    title: 'Signing',
    notes: [
      `CPU of one token of tms, ${TOKENS.toLocaleString('en')} at a time, and of the hash that a login compares. A token is verified at its first request; after it the server remembers the signature.`
    ],
    tables: [
      {
        head: ['µs', 'sign', 'verify first', 'verify again'],
        rows: tokenAlgorithms.map((name) => [
          name,
          ...[costs[name].sign, costs[name].verify, costs[name].remembered].map((cost) => cost.toFixed(1))
        ])
      },
      { head: ['µs', 'compare'], rows: Object.entries(hashes).map(([name, cost]) => [name, cost.toFixed(0)]) }
    ],
    goals: [atMost('CPU of a signature of ES256, of the cheaper hash', 0.02, costs.ES256.sign / cheaper, '×', 4)]
  }
}

async function costsOf(algorithm: TokenAlgorithm, rounds: number): Promise<Costs> {
  const keys = deriveKeys('tms', 'a secret of the benchmark and of nothing else', { algorithm })
  const tokens = Array.from({ length: TOKENS }, () => signToken(tmsRealm, keys, ACCOUNT))
  const verify = createTokenVerifier(tmsRealm, keys)
  const accepted = tokens.map((token) => verifyToken(tmsRealm, keys, token)).filter((result) => 'token' in result)
  if (accepted.length < TOKENS) throw new Error(`${algorithm}: ${TOKENS - accepted.length} tokens were refused`)
  const each = async (work: (token: string) => unknown): Promise<number> =>
    (await medianCpu(rounds, () => Promise.resolve(tokens.forEach(work)))) / TOKENS
  return {
    sign: await each(() => signToken(tmsRealm, keys, ACCOUNT)),
    verify: await each((token) => verifyToken(tmsRealm, keys, token)),
    remembered: await each((token) => verify(token))
  }
}

async function costOfHash(scheme: PasswordScheme, rounds: number): Promise<number> {
  const hash = await hashPassword(scheme, 'full', PASSWORD)
  const compare = async (): Promise<void> => {
    for (let count = 0; count < PASSWORDS; count += 1) {
      if (!(await verifyPassword(hash, PASSWORD))) throw new Error(`${scheme} does not know its own hash`)
    }
  }
  return (await medianCpu(rounds, compare)) / PASSWORDS
}

/** Microseconds, the first round for warming up. */
async function medianCpu(rounds: number, work: () => Promise<void>): Promise<number> {
  const spent: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    if (round > 0) spent.push(user + system)
  }
  return median(spent)
}
