import { apis } from '../apis/index.js'
import type { Realm } from '../realms/realm.js'
import type { Config } from '../config/config.js'
import { loadContract, type Contract, type Operation } from '../http/contract.js'
import { findBadText } from '../http/text.js'
import { passwordFormats, passwordRule } from '../passwords/rules.js'
import { Stop, wrongUsage } from './terminal/stop.js'

export interface AccountFields {
  name?: string
  password?: string
  email?: string | undefined
  mobile?: string | undefined
}

/** Holds the given fields against the contract of the realm. Throws `Stop`. */
export async function checkFields(realm: Realm, config: Config, given: AccountFields): Promise<void> {
  const { operationId, fields } = apis[realm.name].accountCreation
  const contract = await loadContract(realm.name, passwordFormats(realm.hash, config.passwordMinLength))
  const operation = contract.operations.find((candidate) => candidate.operationId === operationId)
  if (operation === undefined) throw new Error(`the contract ${realm.name} has no operation ${operationId}`)
  for (const [field, value] of Object.entries(given) as [keyof AccountFields, string | undefined][]) {
    if (value === undefined) continue
    const property = fields[field]
    if (property === undefined) throw wrongUsage(`accounts of ${realm.name} have no --${field}`)
    const bad = findBadText(value)[0]?.message
    if (bad !== undefined) throw new Stop(`the ${field} ${bad}`)
    const problem = problemOf(contract, operation, property, value)
    if (problem === undefined) continue
    const rule = passwordRule(realm.hash, config.passwordMinLength)
    throw new Stop(field === 'password' ? `the password must have ${rule}` : `the ${field} ${problem}`)
  }
}

/** What the schema of the operation says against this value of a property. */
function problemOf(contract: Contract, operation: Operation, property: string, value: string): string | undefined {
  const request = { path: {}, query: {}, requestBody: { [property]: value } }
  const errors = contract.requestValidators(operation).flatMap((validate) => {
    return validate(request) ? [] : (validate.errors ?? [])
  })
  return errors.find(({ instancePath }) => instancePath === `/requestBody/${property}`)?.message
}
