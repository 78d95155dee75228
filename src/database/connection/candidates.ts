import { readFileSync } from 'node:fs'
import { checkServerIdentity, type ConnectionOptions } from 'node:tls'
import type { ClientConfig } from 'pg'
import type { DatabaseAddress } from '../../config/database-address.js'

type Tls = ClientConfig['ssl']

/** What tells one try to connect from another: the host, and whether it is encrypted. */
export type Candidate = Pick<ClientConfig, 'host' | 'port' | 'ssl'>

/** Each host, with or without TLS as `sslmode` has it in libpq. Throws when a certificate's file cannot be read. */
export function candidatesOf({ hosts, parameters }: DatabaseAddress): Candidate[] {
  const files = readFiles(parameters)
  return hosts.flatMap((host) => waysOf(parameters, files, host.host).map((ssl) => ({ ...host, ssl })))
}

function readFiles({ sslrootcert, sslcert, sslkey }: DatabaseAddress['parameters']): ConnectionOptions {
  return {
    // libpq's word for the authorities that the system trusts, which are Node's own.
    ...(sslrootcert !== undefined && sslrootcert !== 'system' && { ca: read('sslrootcert', sslrootcert) }),
    ...(sslcert !== undefined && { cert: read('sslcert', sslcert) }),
    ...(sslkey !== undefined && { key: read('sslkey', sslkey) })
  }
}

function read(parameter: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`${parameter} of the database's address: ${(error as Error).message}`, { cause: error })
  }
}

/** Without `sslmode` it is left to the driver, which does what `PGSSLMODE` says, or does not encrypt. */
function waysOf({ sslmode, sslrootcert }: DatabaseAddress['parameters'], files: ConnectionOptions, host = ''): Tls[] {
  if (host.startsWith('/')) return [false]
  const unchecked = { ...files, rejectUnauthorized: false }
  const issued = { ...files, rejectUnauthorized: true, checkServerIdentity: () => undefined }
  switch (sslmode) {
    case undefined:
      return [undefined]
    case 'disable':
      return [false]
    case 'allow':
      return [false, unchecked]
    case 'prefer':
      return [unchecked, false]
    case 'require':
      return [sslrootcert === undefined ? unchecked : issued]
    case 'verify-ca':
      return [issued]
    default:
      // Node would look for another name than that of the address where this is an IP address.
      return [{ ...files, rejectUnauthorized: true, checkServerIdentity: (_, cert) => checkServerIdentity(host, cert) }]
  }
}
