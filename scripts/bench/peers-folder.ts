import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'

/** Where the peers lie, which are run as they are. */
export const peersFolder = fileURLToPath(new URL('scripts/bench/peers/', packageRoot))
