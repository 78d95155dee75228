import MiniSearch, { type AsPlainObject, type Options, type Query, type SearchOptions } from 'minisearch'
import type { SearchDocument } from '../model.js'
import { charactersOf, synonymsOf, termsOf, wordsOf } from './words.js'

/** What the search of the site loads: an index, made when the site is built, and what it shows of each document. */
export interface SearchIndex {
  index: AsPlainObject
  documents: SearchDocument[]
}

/** A document with what is searched in it and not shown. */
export interface IndexedDocument extends SearchDocument {
  text: string
  /** The first letters of the title's pinyin. */
  initials: string
}

export type Find = (query: string, allows: (document: SearchDocument) => boolean) => SearchDocument[]

const MOST = 30
/** The words of a query are terms already. */
const SEARCH: SearchOptions = {
  tokenize: (text) => [text],
  boost: { title: 4, names: 5, initials: 2 },
  prefix: true,
  fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
  boostDocument: (_id, _term, stored) => (stored?.kind === 'operation' ? 1.3 : 1)
}
const OPTIONS: Options<IndexedDocument> = {
  fields: ['title', 'names', 'initials', 'text'],
  storeFields: ['kind'],
  tokenize: termsOf,
  searchOptions: SEARCH
}

export function createIndex(indexed: IndexedDocument[]): SearchIndex {
  const index = new MiniSearch<IndexedDocument>(OPTIONS)
  index.addAll(indexed)
  const documents = indexed.map(({ text: _text, initials: _initials, ...shown }) => shown)
  return { index: index.toJSON(), documents }
}

/** Finds documents that have all words of a query, else all its characters, else any word. The best come first. */
export function openIndex({ index, documents }: SearchIndex): Find {
  const search = MiniSearch.loadJS<IndexedDocument>(index, OPTIONS)
  return (query, allows) => {
    const words = wordsOf(query)
    if (words.length === 0) return []
    const attempts: Query[] = [
      { combineWith: 'AND', queries: words.map(orSynonyms) },
      { combineWith: 'AND', queries: words.flatMap(charactersOf) },
      { combineWith: 'OR', queries: words.map(orSynonyms) }
    ]
    for (const attempt of attempts) {
      const found = search.search(attempt).map(({ id }) => documents[id as number]!)
      const allowed = found.filter(allows)
      if (allowed.length > 0) return allowed.slice(0, MOST)
    }
    return []
  }
}

function orSynonyms(word: string): Query {
  const synonyms: Query = { combineWith: 'OR', boostTerm: () => 0.6, queries: synonymsOf(word) }
  return { combineWith: 'OR', queries: [word, synonyms] }
}
