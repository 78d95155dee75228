import { fuzzApi } from './fuzz-api.js'

fuzzApi('user-login')
