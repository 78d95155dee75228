import type { Generator } from './generator.js'
import { oapiCodegen, ogen, openapiGeneratorGo } from './go.js'
import { openapiGeneratorJava } from './java.js'
import { openapiGeneratorPython, openapiPythonClient } from './python.js'
import { openapiGeneratorRust } from './rust.js'
import { heyApi, openapiFetch, orval, typescriptFetch } from './typescript.js'

/** Generators of other projects, in the order of the table in docs/generators.md. */
export const generators: Generator[] = [
  openapiGeneratorPython,
  openapiGeneratorGo,
  openapiGeneratorJava,
  openapiGeneratorRust,
  typescriptFetch,
  openapiPythonClient,
  openapiFetch,
  heyApi,
  orval,
  oapiCodegen,
  ogen
]
