import { appendFileSync, cpSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import knex, { type Knex } from 'knex'
import { pino } from 'pino'
import { readConfig, type Config } from '../../src/config/config.js'
import { connect } from '../../src/database/connection/connect.js'
import { schemaNamed } from '../../src/database/schema/schema.js'
import { openContext } from '../../src/server/start.js'

type Environment = Record<string, string>

/** A database of its own for one server: the environment that names it, and how to remove it. */
export interface TestDatabase {
  env: Environment
  remove(): Promise<void>
}

/** A migrated database with the sample accounts, made once and copied for every test. */
export interface Template {
  /** Names it to the processes of a test run, and what it was before: without accounts, and without any table. */
  env: Environment
  remove(): Promise<void>
}

const serverUrl = process.env.DATABASE_URL
const { databaseSchema } = readConfig({ DATABASE_SCHEMA: process.env.DATABASE_SCHEMA })
const schemaEnv: Environment = { DATABASE_SCHEMA: databaseSchema }
/** That of all databases of the test run. */
export const schema = schemaNamed(databaseSchema)
export const { migrations } = schema
/** The reason to skip tests of what one schema has. */
export const isPortable = databaseSchema === 'portable' && 'the portable schema has nothing of this'
const FOLDER_PREFIX = join(tmpdir(), 'quintet-test-')
/** Hashes at full cost would take a third of the CPU of tests. */
const HASH_COST = 'least'

/** V8 would spend a third of the CPU of tests on optimizing an embedded database that lasts for seconds. */
export const WITHOUT_OPTIMIZING = '--liftoff-only'
setFlagsFromString(WITHOUT_OPTIMIZING)

export async function createTemplate(): Promise<Template> {
  const database = await emptyDatabase()
  const config = readConfig(database.env)
  const blank = serverUrl === undefined ? await createBlank(config) : undefined
  await prepare({ ...config, sampleAccounts: false })
  const migrated = await copyOf(nameOf(database))
  await prepare(config)
  return {
    env: {
      TEST_TEMPLATE: nameOf(database),
      TEST_MIGRATED: nameOf(migrated),
      ...(blank !== undefined && { TEST_BLANK: blank })
    },
    async remove() {
      await Promise.all([database.remove(), migrated.remove()])
      if (blank !== undefined) await rm(blank, { recursive: true })
    }
  }
}

async function prepare(config: Config): Promise<void> {
  await (await openContext(config, { log: pino({ level: 'silent' }) })).close()
}

/** Its folder (embedded) or its name (PostgreSQL). */
function nameOf({ env }: TestDatabase): string {
  return env.DATABASE_URL === undefined ? env.DATA_DIR! : databaseNameOf(env.DATABASE_URL)
}

/** Makes the embedded database, which takes seconds, and returns the folder of a copy. */
async function createBlank(config: Config): Promise<string> {
  const { db, close } = await connect(config)
  await dropPatterns(db)
  await close()
  shrinkCache(config.dataDir)
  const folder = await mkdtemp(FOLDER_PREFIX)
  cpSync(config.dataDir, folder, { recursive: true })
  return folder
}

/** The embedded database clears its cache at each start, of 128 MiB by default: a quarter of the CPU of a start. */
function shrinkCache(dataDir: string): void {
  appendFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'shared_buffers = 8MB\n')
}

/** PostgreSQL's own templates, from which nobody makes a database here: more than half of the files to be copied. */
async function dropPatterns(db: Knex): Promise<void> {
  await db.raw('update pg_database set datistemplate = false')
  for (const name of ['template0', 'template1']) await db.raw(`drop database ${name}`)
}

/** The template that the test run made; a single test file run by hand makes its own. */
let ownTemplate: Promise<Template> | undefined

async function templates(): Promise<Environment> {
  if (process.env.TEST_TEMPLATE !== undefined) return process.env as Environment
  ownTemplate ??= createTemplate()
  return (await ownTemplate).env
}

/** Removes what `copyOfTemplate` made for lack of a test run. */
export async function removeOwnTemplate(): Promise<void> {
  await (await ownTemplate)?.remove()
  ownTemplate = undefined
}

/** A migrated database with sample accounts. */
export async function copyOfTemplate(): Promise<TestDatabase> {
  return copyOf((await templates()).TEST_TEMPLATE!)
}

/** A migrated database without any account: migrating an empty one takes a second. */
export async function databaseWithoutAccounts(): Promise<TestDatabase> {
  const { env, remove } = await copyOf((await templates()).TEST_MIGRATED!)
  return { env: { ...env, SAMPLE_ACCOUNTS: '0' }, remove }
}

async function copyOf(name: string): Promise<TestDatabase> {
  if (serverUrl !== undefined) return createPostgresDatabase(serverUrl, name)
  const database = await newFolder()
  // Hundreds of small files: copied one after the other they take half the time.
  cpSync(name, database.env.DATA_DIR!, { recursive: true })
  return database
}

/** A database without any table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  if (serverUrl !== undefined) return createPostgresDatabase(serverUrl)
  const database = await newFolder()
  const blank = process.env.TEST_BLANK
  if (blank !== undefined) cpSync(blank, database.env.DATA_DIR!, { recursive: true })
  return database
}

async function newFolder(): Promise<TestDatabase> {
  const folder = await mkdtemp(FOLDER_PREFIX)
  return {
    env: { ...schemaEnv, DATA_DIR: folder, HASH_COST },
    remove: () => rm(folder, { recursive: true, force: true })
  }
}

async function createPostgresDatabase(url: string, template?: string, options = ''): Promise<TestDatabase> {
  const name = `quintet_test_${randomBytes(6).toString('hex')}`
  await onServer(url, `create database ${name}${template === undefined ? '' : ` template ${template}`} ${options}`)
  const folder = await mkdtemp(FOLDER_PREFIX)
  const databaseUrl = new URL(url)
  databaseUrl.pathname = `/${name}`
  return {
    env: { ...schemaEnv, DATABASE_URL: databaseUrl.href, DATA_DIR: folder, SAMPLE_ACCOUNTS: '1', HASH_COST },
    async remove() {
      await onServer(url, `drop database if exists ${name} with (force)`)
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** A database whose server logs in as a role of its own. */
export interface OwnedDatabase extends TestDatabase {
  role: string
  /** Runs a statement in it as the role of the test run. */
  asAdministrator(statement: string): Promise<void>
}

/** An empty database on PostgreSQL, and a role that may do nothing there but create schemas. */
export async function ownedDatabase(options = ''): Promise<OwnedDatabase> {
  if (serverUrl === undefined) throw new Error('the test run has no PostgreSQL')
  const database = await createPostgresDatabase(serverUrl, undefined, options)
  const direct = database.env.DATABASE_URL!
  const name = databaseNameOf(direct)
  const role = `${name}_role`
  const url = new URL(direct)
  ;[url.username, url.password] = [role, 'correct horse']
  await onServer(
    direct,
    `create role ${role} login password 'correct horse'; grant create on database ${name} to ${role}`
  )
  return {
    env: { ...database.env, DATABASE_URL: url.href },
    role,
    asAdministrator: (statement) => onServer(direct, statement),
    async remove() {
      await database.remove()
      await onServer(serverUrl, `drop role ${role}`)
    }
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const db = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } })
  try {
    await db.raw(statement)
  } finally {
    await db.destroy()
  }
}

/** Runs a statement on the PostgreSQL server of the test run, outside the databases of the tests. */
export async function onPostgres(statement: string): Promise<void> {
  if (serverUrl === undefined) throw new Error('the test run has no PostgreSQL')
  await onServer(serverUrl, statement)
}

function databaseNameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}
