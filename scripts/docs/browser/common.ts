import { setUpSearch } from './search/dialog.js'

/* What every page has: the search. */
setUpSearch(document.querySelector<HTMLButtonElement>('#search')!)
