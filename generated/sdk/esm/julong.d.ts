export * from '../julong.js'
