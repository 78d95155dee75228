import { describeCollections } from '../support/collections/describe.js'
import { httpyac, newman } from '../support/collections/runners.js'

describeCollections(newman)
describeCollections(httpyac)
