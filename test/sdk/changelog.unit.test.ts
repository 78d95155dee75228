import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { packageChangelog } from '../../scripts/sdk/changelog.js'

describe('the change log of the client package', () => {
  it('has what the change log of the project has under "Client package", by version', () => {
    const project = `# Changelog

## Unreleased

### Server

- Faster.

## 0.2.0 – 2027-01-02

### Client package

- Smaller.
- Older
  platforms.

### Server

- Safer.

## 0.1.0 – 2027-01-01

- First.

### Client package

- First too.
`
    assert.equal(
      packageChangelog(project),
      `# Changelog

## 0.2.0 – 2027-01-02

- Smaller.
- Older
  platforms.

## 0.1.0 – 2027-01-01

- First too.
`
    )
  })
})
