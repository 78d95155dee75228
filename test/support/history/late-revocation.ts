import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyProject } from '../project-copy.js'

const LOADER = 'return async (token) => callerOf(token, await load(token));'
const LATE = `const kept = new Map();
    return async (token) => {
        const { caller, until } = kept.get(token.jti) ?? {};
        if (performance.now() < until) return caller;
        const loaded = callerOf(token, await load(token));
        kept.set(token.jti, { caller: loaded, until: performance.now() + 1000 });
        return loaded;
    };`

/** The folder of a copy of the server that keeps callers for a second, and so learns that late what was revoked. */
export function copyWithLateRevocation(): string {
  const folder = copyProject('dist/src', 'generated', 'package.json')
  const file = join(folder, 'dist/src/accounts/caller.js')
  const text = readFileSync(file, 'utf8')
  if (!text.includes(LOADER)) throw new Error('the loader of callers has another text')
  writeFileSync(file, text.replace(LOADER, LATE))
  return folder
}
