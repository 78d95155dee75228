import { setUpSearch } from './search/dialog.js'
import { setUpThemes } from './theme.js'

/* What every page has: the search and the choice of colours. */
setUpSearch(document.querySelector<HTMLButtonElement>('#search')!)
setUpThemes(document.querySelector<HTMLSelectElement>('#theme')!)
