import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A certificate for `name` that signs itself: in PEM, and the files of it, of its key and of both. */
export interface Certificate {
  text: string
  certificate: string
  key: string
  both: string
}

export function selfSigned(folder: string, name: string): Certificate {
  const [certificate, key, both] = ['crt', 'key', 'pem'].map((ending) => join(folder, `${name}.${ending}`)) as [
    string,
    string,
    string
  ]
  const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`]
  const made = ['-keyout', key, '-out', certificate, ...names]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...made], { stdio: 'pipe' })
  const text = readFileSync(certificate, 'utf8')
  writeFileSync(both, text + readFileSync(key, 'utf8'))
  return { text, certificate, key, both }
}
