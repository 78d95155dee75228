import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The system calls that these lines of `SystemCallFilter=` allow, of which the first one is a list of what is allowed. */
export function allowedBy(filters: string[]): Set<string> {
  const allowed = new Set<string>()
  for (const filter of filters) {
    const calls = filter.replace(/^~/, '').split(' ').flatMap(callsIn)
    for (const call of calls) {
      if (filter.startsWith('~')) allowed.delete(call)
      else allowed.add(call)
    }
  }
  return allowed
}

/** A call, or those of a group such as `@process`, which may contain other groups. */
function callsIn(name: string): string[] {
  if (!name.startsWith('@')) return [name]
  const lines = execFileSync('systemd-analyze', ['syscall-filter', '--no-pager', name], { encoding: 'utf8' }).split(
    '\n'
  )
  return lines.flatMap((line) => {
    const [, inner] = /^ +([@\w-]+)$/.exec(line) ?? []
    return inner === undefined ? [] : callsIn(inner)
  })
}

/** Those in the summary that `strace -c -o <file>` wrote. */
export function callsCounted(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^ +[\d.]+ .* (\w+)$/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'total')
}
