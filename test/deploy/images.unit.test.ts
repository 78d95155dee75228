import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'

const FILES = ['Dockerfile', 'compose.yaml', 'docs/deploy/compose/Dockerfile', 'docs/deploy/compose/compose.yaml']

describe('images that are built on or started', () => {
  for (const file of FILES) {
    it(`${file}: are pinned by digest, with the tag beside it`, () => {
      const text = readFileSync(new URL(file, packageRoot), 'utf8')
      const images = [...text.matchAll(/^(?:FROM| *image:) (\S+)/gm)].map(([, image = '']) => image)
      assert.ok(images.length > 0)
      for (const image of images) assert.match(image, /^[a-z]+:[\w.-]+@sha256:[0-9a-f]{64}$/)
    })
  }
})
