import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { runProgram } from '../../../scripts/programs.js'
import { generateClient, installOpenapiGenerator, NEEDED } from '../../../scripts/sdks/openapi-generator.js'
import type { Generator } from './generator.js'
import { clientFile } from './toolbox.js'

const manifest = (name: string): string => `[package]
name = "${name}"
version = "0.1.0"
edition = "2021"

[dependencies]
openapi = { path = "generated", default-features = false }
serde = "1"
serde_json = "1"
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
`

export const openapiGeneratorRust: Generator = {
  name: 'OpenAPI Generator 7.26, Rust',
  note: {
    en: "It makes an empty struct of a union, and reads no answer that has one: julong's rights and roles with their rights, and refused fields (422) of user-login.",
    zh: '它为联合类型生成空的结构体，读不出含有联合类型的响应：julong 的权限和带权限的角色，以及 user-login 拒绝字段的响应（422）。'
  },
  needs: [...NEEDED, 'cargo'],
  install: installOpenapiGenerator,
  async generate(folder, contract, output) {
    const api = basename(output)
    // Without it an answer has no status.
    const options = ['--additional-properties', 'supportMultipleResponses=true']
    await generateClient('rust', contract, join(output, 'generated'), options)
    await mkdir(join(output, 'src'))
    await copyFile(clientFile('rust/main.rs'), join(output, 'src/main.rs'))
    await copyFile(clientFile(`rust/${api}.rs`), join(output, 'src/api.rs'))
    await writeFile(join(output, 'Cargo.toml'), manifest(api))
    // The five clients share what they depend on.
    const target = join(folder, 'target')
    const env = { CARGO_TARGET_DIR: target, CARGO_PROFILE_DEV_DEBUG: '0' }
    await runProgram('cargo', ['build', '--quiet'], { cwd: output, env })
    return (origin, scenario) => runProgram(join(target, 'debug', api), [origin, scenario])
  }
}
