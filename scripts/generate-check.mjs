import { spawnSync } from 'node:child_process'
import process from 'node:process'
import './generate.mjs'

/* Makes generated/ anew and fails when that changes what is committed, or leaves a file there that is not. */
if (process.exitCode === undefined) {
  const changed = git('diff', '--exit-code', '--stat', 'HEAD', '--', 'generated')
  const untracked = git('ls-files', '--others', '--', 'generated').stdout
  process.stdout.write(changed.stdout)
  if (untracked !== '') console.error(`not committed: ${untracked}`)
  if (changed.status !== 0 || untracked !== '') {
    console.error('generated/ is not what openapi/ makes: commit it with the contracts')
    process.exitCode = 1
  }
}

/** A checkout may belong to another user than the one who runs this, as in a container. @param {string[]} args */
function git(...args) {
  return spawnSync('git', ['-c', 'safe.directory=*', ...args], { encoding: 'utf8' })
}
