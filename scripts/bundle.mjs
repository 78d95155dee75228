import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const REDOCLY = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', import.meta.url))

/**
 * Bundles every contract that redocly.yaml of the current folder names, as `<folder>/<api>.json`, and returns the names.
 * Throws with the file, place and pointer of what cannot be resolved.
 *
 * @param {string} folder
 */
export function bundleContracts(folder) {
  const apis = Object.keys(parse(readFileSync('redocly.yaml', 'utf8')).apis)
  // Of one API alone, Redocly takes the output for its file.
  const output = apis.length === 1 ? `${folder}/${apis[0]}` : folder
  const args = [REDOCLY, 'bundle', ...apis, '--ext', 'json', '--output', output]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(problemsIn(stderr))
  return apis
}

/** What Redocly prints, without its notices and the contracts that it bundled. @param {string} printed */
function problemsIn(printed) {
  return printed.replace(/^ *[╔║╚].*\n/gm, '').replace(/^bundling .*\n📦.*\n?/gm, '')
}
