import { fuzzApi } from './fuzz-api.js'

fuzzApi('waste-sorting')
