import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readArguments } from '../../src/cli/arguments.js'
import { commands } from '../../src/cli/commands/index.js'
import { runProgram } from '../support/program.js'
import { admin, outcome } from './run.js'

const SEE_HELP = /; see npm run admin -- ([a-z-]+ )?--help$/

/** Words that are no command, and the one line that says so. */
const wrong: [words: string, line: RegExp][] = [
  ['nonsense --realm tms', /^no command nonsense/],
  ['create --name x', /^--realm is missing/],
  ['create --realm nowhere --name x', /^--realm is one of tms, julong, waste-sorting, user-login, back-office/],
  ['create --realm tms', /^create needs --name/],
  ['set-role --realm julong --name x', /^set-role needs --role/],
  ['list --realm tms --name x', /^list takes no --name/],
  ['disable --realm tms --name x --generate', /^disable takes no --generate/],
  ['disable --realm tms --realm julong --name x', /^--realm is given twice/],
  ['audit --archive --file x --realm tms', /^audit --archive takes no --realm/],
  ['audit --realm tms --file x', /^audit takes --file with --archive only/],
  [
    'create --realm julong --name x --generate',
    /^create needs --role in julong, where 0 administers; .* create --help$/
  ],
  ['create --realm back-office --name x --generate', /^create needs --role in back-office, where 1 administers/],
  ['audit --realm tms --action ban', /^--action is one of login, logout, .*webhook-remove, not "ban"/],
  ['audit --realm tms --since yesterday', /^--since is a day such as/],
  ['audit --realm tms --until 2026-02-31', /^--until is a day such as/],
  ['webhooks --realm tms --add https://a.example --remove 1', /^webhooks takes --add or --remove, not both/],
  ['webhooks --realm tms --actions login', /^webhooks takes --actions with --add only/],
  ['webhooks --realm tms --pause 1 --limit 5', /^webhooks takes --limit with --deliveries only/],
  ['webhooks --realm tms --add https://a.example --actions login,ban', /^--actions has "ban", which is no action/],
  ['webhooks --realm tms --add http://a.example', /^the address of a webhook begins with https:/],
  ['webhooks --realm tms --remove first', /^a webhook has a number, which webhooks prints/],
  ['nonsense --help', /^no command nonsense/],
  ['create --realm tms --name x --role 0 --generate', /^accounts of tms have no role/],
  [
    'create --realm waste-sorting --role 0 --name x --mobile 1 --generate',
    /^accounts of waste-sorting have no --mobile/
  ],
  ['create --realm julong --name x --role one --generate', /^--role is the number of a role/],
  ['set-role --realm julong --name x --role -1', /^Option '--role' argument is ambiguous.* '--role=-XYZ'/],
  ['create --realm tms --name x --colour red', /^Unknown option '--colour'/]
]

describe('admin', () => {
  let folder: string
  const env = (): Record<string, string> => ({ DATA_DIR: join(folder, 'data') })
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quintet-test-'))
  })
  after(() => rm(folder, { recursive: true }))

  for (const [words, line] of wrong) {
    it(`refuses "${words}" with exit code 2 and touches no database`, async () => {
      const { code, stdout, stderr } = outcome(await admin(words, { env: env(), input: 'pw' }))
      assert.deepEqual({ code, stdout, count: stderr.length }, { code: 2, stdout: [], count: 1 })
      assert.match(stderr[0]!, line)
      assert.match(stderr[0]!, SEE_HELP)
      assert.equal(existsSync(join(folder, 'data')), false)
    })
  }

  it('takes no password as an option or a word, and does not repeat it', async () => {
    for (const given of ['--password hunter2', '--password=hunter2', '-p hunter2', '--pass=hunter2', 'hunter2']) {
      const { code, stderr } = await admin(`create --realm tms --name x ${given}`, { env: env() })
      assert.equal(code, 2, given)
      assert.doesNotMatch(stderr, /hunter2/)
      if (given.startsWith('-')) assert.match(stderr, /^a password is not given on the command line/)
    }
  })

  it('reports a missing command', async () => {
    const { code, stderr } = outcome(await runProgram('src/cli/admin.js', { env: env() }))
    assert.deepEqual({ code, stderr }, { code: 2, stderr: ['no command; see npm run admin -- --help'] })
  })

  it('names each command in its help', async () => {
    for (const words of ['--help', '-h', 'help']) {
      const { code, stdout, stderr } = await admin(words, { env: env() })
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' }, words)
      for (const command of commands.keys()) assert.match(stdout, new RegExp(`^  ${command} +\\S`, 'm'))
    }
  })

  it('explains each command and its options', () => {
    for (const [name, command] of commands) {
      const realm = 'runOnDatabase' in command ? [] : ['realm']
      const text = readArguments([name, '--help']) as string
      assert.match(text, new RegExp(`^  npm run admin -- ${name} \\[?--${realm[0] ?? ''}`))
      for (const option of [...realm, ...Object.keys(command.options)])
        assert.match(text, new RegExp(`^  --${option} .*\\w`, 'm'))
      assert.equal(readArguments(['help', name]), text)
    }
    assert.match(readArguments(['create', '-h']) as string, /--name <name> \[--role <id>\] .* \[--generate\]$/m)
  })

  it('reports an invalid configuration', async () => {
    const broken = await admin('list --realm tms', { env: { ...env(), NODE_ENV: 'production' } })
    assert.deepEqual(outcome(broken), {
      code: 1,
      stdout: [],
      stderr: ['configuration: TOKEN_SECRET is required in production']
    })
  })
})
