export * from '../user-login.js'
