export * from '../tms.js'
