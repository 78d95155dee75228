import { describeCollections } from '../support/collections/describe.js'
import { bruno } from '../support/collections/runners.js'

// Here and not in the suite, for it takes 275 MB of packages.
describeCollections(bruno)
