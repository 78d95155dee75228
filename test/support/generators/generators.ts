import type { Generator } from './generator.js'
import { oapiCodegen } from './go.js'
import { openapiGeneratorPython, openapiPythonClient } from './python.js'
import { heyApi, openapiFetch, orval, typescriptFetch } from './typescript.js'

/** Generators of other projects, in the order of the table in docs/generators.md. */
export const generators: Generator[] = [
  openapiGeneratorPython,
  openapiPythonClient,
  typescriptFetch,
  openapiFetch,
  heyApi,
  orval,
  oapiCodegen
]
