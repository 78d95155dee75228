import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from './language.js'

/** Not published, so under a name that nobody has. */
const MODULE = 'quintet.invalid/sdk'

const packageOf = (api: string): string => api.replaceAll('-', '')

export const go: Language = {
  name: 'go',
  extension: '.go',
  properties: (api) => ({ packageName: packageOf(api) }),
  sources: (api) => ({ from: '.', to: packageOf(api) }),
  async manifests(generated) {
    const made = await readFile(join(generated, 'go.mod'), 'utf8')
    return { 'go.mod': made.replace(/^module .*/m, `module ${MODULE}`).replace(/\nrequire \(\n\)\n/, '') }
  }
}
