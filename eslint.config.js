import prettier from 'eslint-config-prettier/flat'
import boundaries from 'eslint-plugin-boundaries'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/**
 * The layers of `src/` and what each may import, itself included. A file that is in no layer is an error: a new layer is
 * entered here, with what it needs.
 */
const ground = ['config', 'domainError']
const belowHttp = ['domain', 'realms', 'database', ...ground]
const served = ['apis', 'http', 'generated', ...belowHttp]
const consoleApis = ['tms', 'julong', 'waste-sorting', 'user-login', 'back-office']
const layers = {
  domainError: { files: 'src/domain-error.ts', imports: [] },
  config: { files: 'src/config/**', imports: ['config'] },
  database: { files: 'src/database/**', imports: ['database', ...ground] },
  realms: { files: 'src/realms/**', imports: ['realms', 'database', ...ground] },
  domain: {
    files: 'src/{accounts,audit,calendar,import-export,passwords,roles,sessions,tasks,tokens}/**',
    imports: ['domain', 'realms', 'database', ...ground]
  },
  metrics: { files: 'src/metrics/**', imports: [] },
  webhooks: { files: 'src/webhooks/**', imports: ['webhooks', ...belowHttp] },
  http: { files: 'src/http/**', imports: ['http', ...belowHttp] },
  // OpenTelemetry; `server` loads it only where a collector is configured.
  telemetry: {
    files: 'src/telemetry/**',
    imports: ['telemetry', 'webhooks', 'http', 'domain', 'database', 'metrics', ...ground]
  },
  docs: { files: 'src/docs/**', imports: ['docs', 'http'] },
  apis: { files: 'src/apis/**', imports: ['apis', 'http', 'domain', 'realms', 'generated', ...ground] },
  // Composes the layers above and starts what listens.
  server: {
    files: 'src/server/**',
    imports: ['server', 'docs', 'metrics', 'telemetry', 'webhooks', ...served]
  },
  mock: {
    files: 'src/mock/**',
    imports: ['mock', 'server', ...served]
  },
  cli: { files: 'src/cli/**', imports: ['cli', 'server', 'apis', 'http', 'webhooks', ...belowHttp] },
  main: { files: 'src/main.ts', imports: ['server', 'mock', 'config'] },
  // Runs in browsers too; packed with what is made from the contracts, see scripts/sdk.
  sdk: { files: 'src/sdk/*.ts', imports: ['sdk'] },
  // The web console: shared parts know no API, an API no other one. It calls the server through the client package alone.
  consoleParts: {
    files: 'src/console/{app,charts,elements,forms,i18n,lists,second-factor,session,sessions,styles,transfer}/**',
    imports: ['consoleParts']
  },
  ...Object.fromEntries(
    consoleApis.map((api) => [
      `console:${api}`,
      { files: `src/console/${api}/**`, imports: [`console:${api}`, 'consoleParts', 'generated'] }
    ])
  ),
  consoleMain: {
    files: 'src/console/*',
    imports: ['consoleMain', 'consoleParts', ...consoleApis.map((api) => `console:${api}`)]
  },
  generated: { files: 'generated/**', imports: [] }
}

/** What speaks HTTP or OpenAPI stays in `http`, `apis` and above. */
const httpPackages = ['koa', 'koa-*', '@koa/*', 'openapi-*']

/** They return promises that the test runner waits for itself. */
const testFunctions = ['after', 'afterEach', 'before', 'beforeEach', 'describe', 'it', 'test']

const useSdk = (name) => ({ name, message: 'The console calls the server through quintet-sdk' })

const inLayer = (name) => ({ file: { categories: name } })

const policies = [
  ...Object.entries(layers)
    .filter(([, { imports }]) => imports.length > 0)
    .map(([name, { imports }]) => ({ from: inLayer(name), allow: { to: imports.map(inLayer) } })),
  { allow: { to: { module: { origin: ['external', 'core'] } } } },
  {
    from: ['domainError', 'database', 'realms', 'domain'].map(inLayer),
    disallow: { to: { module: { origin: 'external', source: httpPackages } } },
    message: 'HTTP and OpenAPI stay out of the domain and the database'
  }
]

export default defineConfig(
  globalIgnores(['dist/', 'generated*/', 'data/', 'reports/', 'node_modules/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,js,mjs,cjs}'],
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250 }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true
          }
        }
      ]
    }
  },
  {
    // The tools that load these files ask for a default export, and the types of a package say what it has.
    files: ['eslint.config.js', 'scripts/house-rules.mjs', '**/*.d.ts', '**/*.vue'],
    rules: { 'no-restricted-exports': 'off' }
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue'] }
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: testFunctions }] }
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // `as` narrows what a library types too widely; the compiler knows better than the rule which ones it needs.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off'
    }
  },
  {
    // vue-tsc checks the types of these.
    files: ['src/console/**/*.vue'],
    extends: [tseslint.configs.recommended, vue.configs['flat/recommended'], prettier],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['–', '×', ':', '：', '/', 'Quintet', '(', ')'] }],
      'vue/no-v-html': 'error',
      // A form and a list are objects that views hand down to be worked with.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'max-lines': ['error', { max: 200 }]
    }
  },
  {
    files: ['src/console/**/*.{ts,vue}'],
    ignores: ['src/console/app/server-facts.ts'],
    rules: {
      'no-restricted-globals': ['error', ...['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket'].map(useSdk)]
    }
  },
  {
    files: ['src/console/{app,charts,forms,i18n,lists,second-factor,session,sessions,transfer}/**/*.{ts,vue}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `Literal[value=/^(${consoleApis.join('|')})$/]`,
          message: 'Shared parts of the console know no API'
        }
      ]
    }
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/console/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'error' }
  },
  {
    files: ['src/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40 }] }
  },
  {
    // Tables and their indexes are one statement after the other.
    files: ['src/database/migrations/*.ts'],
    rules: { 'max-lines-per-function': 'off' }
  },
  {
    // Answers and rows are `any` until a test looks at them.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/require-await': 'off'
    }
  },
  {
    files: ['test/**/*.unit.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^node:child_process$|/support/(server|database|program|main|mock|postgres)\\.js$',
              message: 'A unit test starts no server, database or process; name the file *.test.ts'
            }
          ]
        }
      ]
    }
  },
  {
    files: ['test/**/*.no-database.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex:
                '/support/(server|database|main|postgres)\\.js$|/database/connection/(connect|postgres|embedded)\\.js$',
              message: 'This test would not run on PostgreSQL; name the file *.test.ts'
            }
          ]
        }
      ]
    }
  },
  {
    files: ['src/**/*.{ts,vue}'],
    plugins: { boundaries },
    settings: {
      'boundaries/files': Object.entries(layers).map(([category, { files }]) => ({ category, pattern: files })),
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
      'boundaries/additional-dependency-nodes': [
        { selector: 'TSImportType > Literal', kind: 'type', name: 'import-type' }
      ],
      'import/resolver': { './scripts/eslint-resolver.cjs': {}, node: {} }
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        { default: 'disallow', checkAllOrigins: true, checkUnknownLocals: true, checkInternals: true, policies }
      ]
    }
  }
)
