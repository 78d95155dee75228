import { loadFacts, serverUrl } from './server.js'

/* The index: the server's own address before every path, and only the APIs that it serves. */
for (const element of document.querySelectorAll('[data-origin]')) element.textContent = serverUrl
void loadFacts()
