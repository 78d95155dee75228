export * from '../back-office.js'
