import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { processUser, startPostgres } from '../support/postgres.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

type Seen = 'encrypted' | 'plain' | 'refused'
type Server = 'with TLS' | 'without TLS'

interface Case {
  host: 'localhost' | '127.0.0.1'
  parameters: string
  seen: Record<Server, Seen>
}

const ENCRYPTED = { 'with TLS': 'encrypted', 'without TLS': 'refused' } as const
const REFUSED = { 'with TLS': 'refused', 'without TLS': 'refused' } as const
const PLAIN = { 'with TLS': 'plain', 'without TLS': 'plain' } as const
const EITHER = { 'with TLS': 'encrypted', 'without TLS': 'plain' } as const

/** The server's certificate is of the authority `ours` and for `localhost` alone. */
function casesOf(ours: string, other: string): Case[] {
  const root = (file: string): string => `&sslrootcert=${encodeURIComponent(file)}`
  return [
    { host: 'localhost', parameters: '', seen: PLAIN },
    { host: 'localhost', parameters: 'sslmode=disable', seen: PLAIN },
    { host: 'localhost', parameters: 'sslmode=allow', seen: PLAIN },
    { host: 'localhost', parameters: 'sslmode=prefer', seen: EITHER },
    { host: '127.0.0.1', parameters: 'sslmode=require', seen: ENCRYPTED },
    { host: '127.0.0.1', parameters: `sslmode=require${root(ours)}`, seen: ENCRYPTED },
    { host: '127.0.0.1', parameters: `sslmode=require${root(other)}`, seen: REFUSED },
    { host: '127.0.0.1', parameters: `sslmode=verify-ca${root(ours)}`, seen: ENCRYPTED },
    { host: 'localhost', parameters: `sslmode=verify-ca${root(other)}`, seen: REFUSED },
    { host: 'localhost', parameters: `sslmode=verify-full${root(ours)}`, seen: ENCRYPTED },
    { host: '127.0.0.1', parameters: `sslmode=verify-full${root(ours)}`, seen: REFUSED },
    { host: 'localhost', parameters: `sslmode=verify-full${root(other)}`, seen: REFUSED },
    { host: 'localhost', parameters: 'sslmode=verify-full', seen: REFUSED },
    { host: 'localhost', parameters: 'sslmode=verify-full&sslrootcert=system', seen: REFUSED },
    { host: 'localhost', parameters: `sslmode=verify-full${root('/nowhere/ca.crt')}`, seen: REFUSED }
  ]
}

measuredTest(
  'sslmode: each value does what libpq documents, with TLS on the server and without',
  async (): Promise<Figure[]> => {
    const folder = mkdtempSync(join(tmpdir(), 'quintet-tls-'))
    try {
      const [ours, other] = [makeAuthority(folder, 'ours'), makeAuthority(folder, 'other')]
      const { key, certificate } = makeCertificate(folder, 'localhost', ours)
      const cases = casesOf(ours, other)
      const client = makeCertificate(folder, 'postgres', ours)
      const settings = { ssl: 'on', ssl_cert_file: certificate, ssl_key_file: key, ssl_ca_file: ours }
      return [
        await proveOn('with TLS', settings, cases, `sslcert=${client.certificate}&sslkey=${client.key}`),
        await proveOn('without TLS', {}, cases)
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
)

async function proveOn(
  server: Server,
  settings: Record<string, string>,
  cases: Case[],
  withCertificate?: string
): Promise<Figure> {
  const postgres = await startPostgres(settings)
  try {
    for (const { host, parameters, seen } of cases) {
      const found = await look(`postgres://postgres@${host}:${postgres.port}/postgres?${parameters}`)
      if (found.seen !== seen[server]) {
        throw new Error(`${server}, ${host}?${parameters}: ${found.seen}, not ${seen[server]}: ${found.reason}`)
      }
    }
    if (withCertificate !== undefined) {
      const url = `postgres://postgres@localhost:${postgres.port}/postgres?sslmode=require&${withCertificate}`
      const { subject } = await look(url)
      if (subject !== '/CN=postgres') throw new Error(`the server sees the certificate of ${subject}`)
    }
    const count = cases.length + (withCertificate === undefined ? 0 : 1)
    return { name: `a server ${server}: addresses that do what libpq documents`, value: `${count} of ${count}` }
  } finally {
    await postgres.remove()
  }
}

async function look(url: string): Promise<{ seen: Seen; reason?: string; subject?: string | null }> {
  try {
    const database = await connect(readConfig({ DATABASE_URL: url }))
    try {
      const { rows } = await database.db.raw<{ rows: [{ ssl: boolean; client_dn: string | null }] }>(
        'select ssl, client_dn from pg_stat_ssl where pid = pg_backend_pid()'
      )
      return { seen: rows[0].ssl ? 'encrypted' : 'plain', subject: rows[0].client_dn }
    } finally {
      await database.close()
    }
  } catch (error) {
    const { message } = error as Error
    if (message.includes('\n')) throw error
    return { seen: 'refused', reason: message }
  }
}

/** Returns the file of its certificate; its key lies beside it. */
function makeAuthority(folder: string, name: string): string {
  const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)]
  const of = ['-keyout', key, '-out', certificate, '-subj', `/CN=${name}`]
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...of)
  own(folder, certificate)
  return certificate
}

function makeCertificate(folder: string, name: string, authority: string): { key: string; certificate: string } {
  const file = (ending: string): string => join(folder, `${name}.${ending}`)
  writeFileSync(file('ext'), `subjectAltName = DNS:${name}\n`)
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', file('key'), '-out', file('csr'), '-subj', `/CN=${name}`)
  const signing = ['-CA', authority, '-CAkey', authority.replace(/crt$/, 'key'), '-CAcreateserial', '-days', '2']
  openssl('x509', '-req', '-in', file('csr'), '-out', file('crt'), '-extfile', file('ext'), ...signing)
  own(folder, file('key'), file('crt'))
  return { key: file('key'), certificate: file('crt') }
}

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' })
}

/** PostgreSQL reads them as the user that it runs as, and a key only where nobody else may. */
function own(...files: string[]): void {
  const { uid, gid } = processUser()
  if (uid === undefined) return
  for (const file of files) chownSync(file, uid, gid ?? uid)
}
