'use strict'

// Dredd loads this file and hands it `hooks`; what the hooks do is in the configuration of the run.
const hooks = require('hooks')

const { loaded, prepare, validate } = hooks.configuration.custom.hooks

hooks.beforeEach((transaction, done) => {
  prepare(transaction).then(done)
})

hooks.afterEach((transaction, done) => {
  validate(transaction)
  done()
})

loaded()
