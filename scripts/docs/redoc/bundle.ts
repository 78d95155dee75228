import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { packageRoot } from '../../../src/config/package-root.js'
import { withLabels } from './labels.js'

const FOLDER = fileURLToPath(new URL('scripts/docs/browser/redoc/', packageRoot))

/** What Redoc imports for what is off here: other versions of OpenAPI, its search, a scrollbar of its own, sanitizing. */
const UNUSED =
  /^(?:@redocly\/.*|call-me-maybe|dompurify|fast-safe-stringify|fs|http|lunr|mark\.js|path|perfect-scrollbar|stream|yaml)$/

/** The languages of the samples, beside JavaScript. */
const LANGUAGES = ['bash', 'go', 'python']

const redoc: Plugin = {
  name: 'redoc',
  setup(bundler) {
    const unused = { path: 'unused', namespace: 'unused' }
    bundler.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = class {}' }))
    bundler.onResolve({ filter: UNUSED }, () => unused)
    bundler.onResolve({ filter: /^prismjs\/components\/prism-\w+/ }, ({ path }) =>
      LANGUAGES.some((name) => path.endsWith(`-${name}.js`)) ? undefined : unused
    )
    bundler.onResolve({ filter: /^polished$/ }, () => ({ path: `${FOLDER}colours.ts` }))
    bundler.onLoad({ filter: /redoc[/\\]bundles[/\\]redoc\.lib\.js$/ }, ({ path }) => ({
      contents: withLabels(readFileSync(path, 'utf8'))
    }))
  }
}

/** A module of `scripts/docs/browser/redoc/` with Redoc, React and all that they import. */
export async function bundleWithRedoc(name: string, platform: 'browser' | 'neutral'): Promise<string> {
  const result = await build({
    entryPoints: [FOLDER + name],
    plugins: [redoc],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform,
    mainFields: ['module', 'main'],
    conditions: ['browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none'
  })
  return result.outputFiles[0]!.text
}
