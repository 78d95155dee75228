import type { DocumentedApi, DocumentedOperation } from '../model.js'
import { curlSample } from './curl.js'
import { fetchSample } from './fetch.js'
import { goSample } from './go.js'
import { pythonSample } from './python.js'
import { sampleRequest } from './request.js'
import { sdkSample } from './sdk.js'

/** A sample as `x-codeSamples` has it: `lang` is a language that Redoc colours. */
export interface Sample {
  lang: string
  label: string
  source: string
}

/** The operation called in each way that the reference shows. */
export function samplesOf(api: DocumentedApi, operation: DocumentedOperation): Sample[] {
  const request = sampleRequest(operation)
  return [
    { lang: 'Shell', label: 'curl', source: curlSample(request) },
    { lang: 'TypeScript', label: 'SDK', source: sdkSample(api, operation) },
    { lang: 'JavaScript', label: 'fetch', source: fetchSample(request) },
    { lang: 'Python', label: 'Python', source: pythonSample(request) },
    { lang: 'Go', label: 'Go', source: goSample(request) }
  ]
}
