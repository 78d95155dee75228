import { describeVerifier } from '../support/verifiers/describe.js'
import { nodeVerifier } from '../support/verifiers/verifiers.js'

describeVerifier(nodeVerifier)
