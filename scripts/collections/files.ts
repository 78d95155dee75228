import type { DocumentedApi } from '../docs/model.js'
import { brunoCollection } from './bruno.js'
import { collectionOf } from './collection.js'
import { httpFile } from './http-file.js'
import type { Collection } from './model.js'
import { readNotes } from './notes.js'
import { postmanCollection } from './postman.js'

interface Format {
  /** Of its files, after the name of the API. */
  ending: string
  program: string
  write: (collection: Collection) => string
}

export const COLLECTIONS: Format[] = [
  { ending: '.postman_collection.json', program: 'Postman', write: postmanCollection },
  { ending: '.bruno.json', program: 'Bruno', write: brunoCollection },
  { ending: '.http', program: '.http', write: httpFile }
]

/** The collections of an API, by file name. In place of the server's address they have `SERVER`. */
export function collectionFiles(
  api: DocumentedApi,
  description: string,
  account: { name: string; password: string }
): Record<string, string> {
  const collection = collectionOf(api, description, readNotes(api.name), account)
  return Object.fromEntries(COLLECTIONS.map(({ ending, write }) => [`${api.name}${ending}`, write(collection)]))
}
