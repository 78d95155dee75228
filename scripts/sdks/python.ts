import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language, Project } from './language.js'

const packageOf = (api: string): string => api.replaceAll('-', '_')

export const python: Language = {
  name: 'python',
  extension: '.py',
  properties: (api) => ({ packageName: `quintet_sdk.${packageOf(api)}` }),
  sources(api) {
    const folder = `quintet_sdk/${packageOf(api)}`
    return { from: folder, to: folder }
  },
  async manifests(generated, project) {
    const made = await readFile(join(generated, 'pyproject.toml'), 'utf8')
    const [dependencies] = /^dependencies = \[[^]*?^\]/m.exec(made) ?? []
    if (dependencies === undefined) throw new Error(`no dependencies in ${generated}/pyproject.toml`)
    return {
      'pyproject.toml': pyproject(project, dependencies),
      'quintet_sdk/__init__.py': `"""${project.description}: a package for each."""\n`,
      'quintet_sdk/py.typed': ''
    }
  }
}

const pyproject = ({ version, description }: Project, dependencies: string): string => `[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "quintet-sdk"
version = "${version}"
description = "${description}"
readme = "README.md"
license = "MIT"
license-files = ["LICENSE"]
requires-python = ">=3.9"
${dependencies}

[tool.setuptools.packages.find]
include = ["quintet_sdk*"]

[tool.setuptools.package-data]
"*" = ["py.typed"]
`
