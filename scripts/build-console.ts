import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build, type Plugin, type Rolldown } from 'vite'
import { packageRoot } from '../src/config/package-root.js'
import { openOutput } from './docs/assets.js'

/* Builds the web console in `dist/console`, which the server serves at `/console/`. */
const folderOf = (path: string): string => fileURLToPath(new URL(path, packageRoot))

/** Sets the theme before the first paint, so it is no module. */
const themeFirst: Plugin = {
  name: 'theme-first',
  transformIndexHtml: () => [{ tag: 'script', attrs: { src: './theme.js' }, injectTo: 'head-prepend' }]
}

/** What every login has goes into one file: a small one each would cost more in headers than it has. */
const login = {
  name: 'login',
  test: /console\/(session\/(LoginForm|LoginView|refusal)|forms\/(FieldRow|FormBody|PasswordField|SubmitButton|TextField|check-on-leave|form-state|rules|use-countdown|use-form)|lists\/(CopyText|ProblemBox))\./
}

const result = await build({
  configFile: false,
  root: folderOf('src/console'),
  // Relative, so that it holds behind a proxy that adds a path of its own.
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [vue(), themeFirst],
  resolve: { alias: { 'quintet-sdk': folderOf('generated/sdk/esm') } },
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  build: {
    write: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: { groups: [login] } } }
  }
})

const output = openOutput(folderOf('dist/console/'))
for (const file of (result as Rolldown.RolldownOutput).output) {
  const content = file.type === 'chunk' ? file.code : String(file.source)
  if (file.fileName.startsWith('assets/')) output.writeHashed(file.fileName, content)
  else output.write(file.fileName, content)
}
output.write('theme.js', readFileSync(folderOf('src/console/theme.js'), 'utf8'))
output.removeOthers()
