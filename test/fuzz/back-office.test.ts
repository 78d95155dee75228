import { fuzzApi } from './fuzz-api.js'

fuzzApi('back-office')
