import { describeVerifier } from '../support/verifiers/describe.js'
import { goVerifier, pythonVerifier } from '../support/verifiers/verifiers.js'

describeVerifier(goVerifier)
describeVerifier(pythonVerifier)
