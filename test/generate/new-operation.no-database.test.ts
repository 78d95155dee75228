import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'
import { copyProject, filesBelow } from '../support/project-copy.js'

const PARTS = ['openapi', 'docs/zh', 'src/apis', 'src/realms', 'test/apis', 'test/contract', 'scripts', 'redocly.yaml']
const REDOCLY = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', packageRoot))
const PRETTIER = fileURLToPath(new URL('node_modules/prettier/bin/prettier.cjs', packageRoot))

describe('npm run new:operation', () => {
  let folder = ''
  beforeEach(() => {
    folder = copyProject(...PARTS, '.prettierrc.json')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  const add = (...args: string[]) => node('scripts/new-operation.mjs', ...args)
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const assertFormatted = () => {
    const { status, stderr } = node(PRETTIER, '--check', '.')
    assert.equal(status, 0, stderr)
  }
  const sources = () => Object.assign({}, ...PARTS.slice(0, 6).map((part) => filesBelow(join(folder, part)))) as object

  it('writes the stubs, and the linter tells what is to be written', () => {
    const { status, stdout } = add('tms', 'GET', '/tms/task/deadline')
    assert.equal(status, 0)
    assert.match(stdout, /openapi\/tms\.yaml\n[^]*test\/apis\/tms\/getTaskDeadline\.test\.ts\n/)
    assert.match(read('openapi/tms.yaml'), / {2}\/tms\/task\/deadline:\n {4}get:\n {6}operationId: getTaskDeadline\n/)
    assert.match(read('src/apis/tms/index.ts'), /getTask,\n {4}getTaskDeadline,\n {4}listOwnSessions/)
    assert.match(read('src/apis/tms/getTaskDeadline.ts'), /Handler<'getTaskDeadline'>/)
    assert.match(read('test/contract/cases/tms.ts'), /'getTaskDeadline 401'/)
    assert.match(read('docs/zh/tms.yaml'), /getTaskDeadline/)
    const linted = node(REDOCLY, 'lint', 'tms').stdout
    assert.match(linted, /at #\/paths\/~1tms~1task~1deadline\/get\/description\n\nThis is still to be written/)
    assertFormatted()
  })

  it('writes a test that calls a public operation without a token', () => {
    const { status } = add('user-login', 'POST', '/api/users/ping', '--public')
    assert.equal(status, 0)
    assert.match(read('openapi/user-login.yaml'), /operationId: createPing\n[^]*?security: \[\]\n[^]*? '422':\n/)
    assert.doesNotMatch(read('test/contract/cases/user-login.ts'), /createPing 401/)
    const test = read('test/apis/user-login/createPing.test.ts')
    assert.match(test, /client\.post\('\/api\/users\/ping', { json: TODO }\)/)
    assert.doesNotMatch(test, /token|signedUp|401/)
  })

  it('writes a test that leaves the parameters of the path to be filled in, with a caller who holds every right', () => {
    const { status } = add('back-office', 'PUT', '/admin/admins/{id}/mobile/of-this-one-admin')
    assert.equal(status, 0)
    const test = read('test/apis/back-office/updateAdminsByIdMobileOfThisOneAdmin.test.ts')
    assert.match(test, /signedUp\([^)]*role_id: backOfficeRealm\.administratorRole/)
    assert.match(
      test,
      /client\.put\(`\/admin\/admins\/\${TODO}\/mobile\/of-this-one-admin`, {\s+token,\s+json: TODO\s+}\)/
    )
    assert.match(test, /client\.put\('\/admin\/admins\/1\/mobile\/of-this-one-admin'\)\)\.status, 401/)
    const stub = read('openapi/back-office.yaml').split('operationId: updateAdminsByIdMobileOfThisOneAdmin\n')[1] ?? ''
    assert.match(stub, /^[^]*?x-right: .*\n +parameters:\n +- \$ref: '#\/components\/parameters\/AdminId'\n/)
    assert.match(read('src/apis/back-office/index.ts'), / {2}handlers: {\n[^]* {4}updateAdmin,\n {4}updateAdminsById/)
    assertFormatted()
  })

  it('adds a method to a path that is there, with its parameters', () => {
    const { status } = add('tms', 'POST', '/tms/task/info/{id}', 'copyTask')
    assert.equal(status, 0)
    const stub = read('openapi/tms.yaml').split('  /tms/task/info/{id}:\n')[1]
    assert.match(
      stub ?? '',
      /^ {4}post:\n[^]*?parameters:\n +- \$ref: '#\/components\/parameters\/TaskId'\n[^]* {4}get:\n {6}operationId: getTask\n/
    )
  })

  for (const [refused, args, line] of [
    ['an unknown api', ['nope', 'GET', '/nope/x'], /^the api must be one of tms, julong, .*, not nope\n$/],
    ['a wrong method', ['tms', 'FETCH', '/tms/x'], /^the method must be one of GET, POST, PUT, DELETE, not FETCH\n$/],
    ['a taken path', ['tms', 'GET', '/tms/task/list'], /^GET \/tms\/task\/list is there already\n$/],
    ['a path of other parameters', ['tms', 'PUT', '/tms/task/info/{x}'], /^the path is there already as .*\{id\}\n$/],
    ['a path elsewhere', ['tms', 'GET', '/other'], /^the paths of tms begin with \/tms\n$/],
    ['a taken operationId', ['tms', 'GET', '/tms/x', 'login'], /^the operationId login is there already: .*\n$/],
    ['a missing argument', ['tms', 'GET'], /^usage: npm run new:operation/]
  ] as const) {
    it(`refuses ${refused} in one line and changes nothing`, () => {
      const before = sources()
      const { status, stderr } = add(...args)
      assert.equal(status, 2)
      assert.match(stderr, line)
      assert.deepEqual(sources(), before)
    })
  }
})

describe('the linter of the contracts', () => {
  let folder = ''
  beforeEach(() => {
    folder = copyProject('openapi', 'docs/zh', 'scripts', 'redocly.yaml')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const lintWith = (file: string, from: string | RegExp, to: string): string => {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace(from, to))
    return spawnSync(process.execPath, [REDOCLY, 'lint', 'tms'], { cwd: folder, encoding: 'utf8' }).stdout
  }

  it('names the file in which an English text has no Chinese', () => {
    const linted = lintWith('docs/zh/tms.yaml', '- en: The number of all tasks', '- en: No text of the contract')
    assert.match(linted, /openapi\/tms\.yaml:\d+:\d+ at #\/[^]*no Chinese: enter it in docs\/zh\/tms\.yaml/)
  })

  it('asks for the refusals of an operation with input', () => {
    const linted = lintWith(
      'openapi/tms.yaml',
      / +'422':\n +\$ref: '#\/components\/responses\/Invalid'\n(?= +default)/g,
      ''
    )
    assert.match(
      linted,
      /~1user~1list\/get\/responses\n\n`4XX` must be declared: the operation has a body or parameters/
    )
  })

  it('asks for names of values that are no names', () => {
    const linted = lintWith('openapi/tms.yaml', / +x-enum-varnames: \[Male.*\n/, '')
    assert.match(linted, /openapi\/tms\.yaml:\d+:\d+ at #\/[^]*`x-enum-varnames` must give each value/)
  })
})
