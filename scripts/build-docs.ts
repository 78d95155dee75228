import { buildSite } from './docs/site.js'

/* Builds the documentation site in `dist/docs`, which the server serves at `/docs` and `/openapi`. */
await buildSite()
