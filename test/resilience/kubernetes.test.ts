import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAllDocuments } from 'yaml'
import { packageRoot } from '../../src/config/package-root.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { secretFiles } from '../deploy/manifests.js'

/** Of the Kubernetes project, from the Go proxy. The second one contains the schemas of that version of the API. */
const KUSTOMIZE = 'sigs.k8s.io/kustomize/kustomize/v5@v5.7.1'
const VALIDATE = 'sigs.k8s.io/kubectl-validate@v0.0.4'
const VERSION = '1.30'

measuredTest(
  'Kubernetes: the manifests of the overlay conform to the schemas of its API',
  async (): Promise<Figure[]> => {
    if (spawnSync('go', ['version']).error !== undefined) throw new Error('go is not here; install Go')
    const folder = mkdtempSync(join(tmpdir(), 'quintet-kubernetes-'))
    try {
      cpSync(fileURLToPath(new URL('docs/deploy/kubernetes', packageRoot)), folder, { recursive: true })
      const overlay = join(folder, 'overlays/example')
      mkdirSync(join(overlay, 'secrets'), { recursive: true })
      for (const file of secretFiles()) writeFileSync(join(overlay, 'secrets', file), file)
      const built = execFileSync('go', ['run', KUSTOMIZE, 'build', overlay], { encoding: 'utf8' })
      const kinds = parseAllDocuments(built).map((document) => String(document.get('kind')))
      validate(folder, built)
      expectRefused(folder, built.replace('maxReplicas:', 'maxReplica:'))
      return [
        { name: `valid for Kubernetes ${VERSION}`, value: kinds.join(', ') },
        { name: 'a misspelled field', value: 'refused' }
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
)

function validate(folder: string, manifests: string): void {
  const file = join(folder, 'manifests.yaml')
  writeFileSync(file, manifests)
  const { status, stdout, stderr } = spawnSync('go', ['run', VALIDATE, '--version', VERSION, file], {
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(`kubectl-validate: ${stdout}${stderr}`)
}

function expectRefused(folder: string, manifests: string): void {
  try {
    validate(folder, manifests)
  } catch (error) {
    if (String(error).includes('unknown field')) return
    throw error
  }
  throw new Error('kubectl-validate takes a misspelled field')
}
