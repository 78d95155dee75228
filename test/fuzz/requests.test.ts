import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc, { type Arbitrary } from 'fast-check'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { realmNamed } from '../../src/realms/realms.js'
import { readContract } from '../../src/http/contract.js'
import { documentedOperations } from '../contract/documented.js'
import { createResponseValidator } from '../contract/response-validator.js'
import type { Answer } from '../support/client.js'
import { createActor, type Actor } from '../support/actor.js'
import { enrol } from '../support/second-factor.js'
import { useServer } from '../support/server.js'
import { createKnown } from './known.js'
import { noise } from './noise.js'
import { assertWithinContract } from './oracle.js'
import { traitsOf } from '../apis/index.js'
import type { FuzzedOperation, Known } from './parts.js'
import { breakingRequests, fittingRequests, type FuzzRequest } from './requests.js'
import { createFits, dereference } from './schema.js'

/** Requests of each kind for each operation; the same ones in every run. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 20)
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_101)

for (const name of realmNames) fuzzApi(name)

/** Sends generated requests to every operation of an API and holds the answers against its contract. */
function fuzzApi(name: RealmName): void {
  const { refusesRequest } = traitsOf[name]
  const contract = readContract(name)
  const validateResponse = createResponseValidator(contract)
  const fits = createFits(name)
  const refusesUnknownQuery = contract['x-unknown-query'] === 'refused'

  describe(`generated requests to ${name}`, () => {
    const server = useServer({ APIS: name })
    const known: Known = {}
    let actor: Actor

    before(async () => {
      actor = await createActor(server, name)
      // A generated request may make the actor's role require one.
      if (realmNamed(name).secondFactor !== undefined) await enrol(server, name, actor.id)
      Object.assign(known, await createKnown(server, name))
    })

    async function send({ method, path, contentType, body }: FuzzRequest, token?: string): Promise<Answer> {
      const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType }
      return server.client.request(method, path, { token: token ?? (await actor.token()), raw: body, headers })
    }

    /** Nobody is left to act when the actor acts on themself. */
    const aboutOthers = ({ path }: FuzzRequest) => !path.split(/[/?]/).includes(String(actor.id))

    let checks = 0
    async function check<Request>(requests: Arbitrary<Request>, checkOne: (request: Request) => Promise<void>) {
      const property = fc.asyncProperty(requests, checkOne)
      checks += 1
      await fc.assert(property, { numRuns: RUNS, seed: SEED + checks, endOnFailure: true })
    }

    for (const documented of documentedOperations(contract)) {
      const operation: FuzzedOperation = {
        ...documented,
        parameters: documented.parameters.map((parameter) => ({
          ...parameter,
          schema: dereference(contract, parameter.schema)
        })),
        body: documented.body && { ...documented.body, schema: dereference(contract, documented.body.schema) }
      }
      const source = { operation, fits, known }

      it(`${operation.operationId} accepts requests that match the contract`, () =>
        check(fittingRequests(source, refusesUnknownQuery).filter(aboutOthers), async (request) => {
          const answer = await send(request)
          assertWithinContract(operation, validateResponse, answer)
          assert.ok(!refusesRequest(answer), `refused as invalid: ${JSON.stringify(answer.body)}`)
        }))

      if (refusesUnknownQuery || operation.parameters.length > 0 || operation.body !== undefined) {
        it(`${operation.operationId} refuses requests that break the contract`, () =>
          check(breakingRequests(source, refusesUnknownQuery).filter(aboutOthers), async (request) => {
            const answer = await send(request)
            assertWithinContract(operation, validateResponse, answer)
            assert.ok(refusesRequest(answer), `answered ${answer.status} ${JSON.stringify(answer.body)}`)
          }))
      }

      it(`${operation.operationId} answers random requests within the contract`, () =>
        check(noise(operation), async ({ token, ...request }) => {
          const answer = await send(request, token)
          assertWithinContract(operation, validateResponse, answer)
          if (operation.needsToken) assert.ok([400, 401, 413, 415].includes(answer.status), `${answer.status}`)
        }))
    }

    it('never causes an internal error', () => assert.doesNotMatch(server.logged.join(''), /"msg":"internal error"/))
  })
}
