export * from '../waste-sorting.js'
