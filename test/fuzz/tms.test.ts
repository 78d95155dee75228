import { fuzzApi } from './fuzz-api.js'

fuzzApi('tms')
