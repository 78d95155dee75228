import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { stringify } from 'yaml'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { readContract, type ContractDocument } from '../../src/http/contract.js'
import { packageRoot } from '../../src/config/package-root.js'
import { openOutput, type Output } from './assets.js'
import { inChinese, readDictionary } from './chinese.js'
import { indexMain } from './index-page.js'
import type { DocumentedApi } from './model.js'
import { documentedApi } from './operations.js'
import { renderPage, shortTitle } from './page.js'
import { redocBundle } from './redoc-bundle.js'
import { redocDocument } from './redoc-document.js'

const MISSING = `<main class="index"><h1>没有这一页</h1><p>地址有误，或者本服务器没有开放这套 API。<a href="@UP@">回到接口文档</a></p></main>`

interface Part {
  api: DocumentedApi
  document: ContractDocument
}

/** Makes the whole site anew; assets that have not changed stay as they are. */
export async function buildSite(): Promise<void> {
  const output = openOutput(fileURLToPath(new URL('dist/docs/', packageRoot)))
  const parts = realmNames.map(readPart)
  const apis = parts.map(({ api }) => api)
  const styles = [output.writeAsset('site.css', await bundle('site.css'))]
  const redoc = output.writeAsset('redoc.js', redocBundle())
  const [indexScript, referenceScript, consoleScript] = [
    output.writeAsset('index.js', await bundle('index.ts')),
    output.writeAsset('reference.js', await bundle('reference.ts')),
    output.writeAsset('console.js', await bundle('console.ts'))
  ]
  const write = (path: string, page: Parameters<typeof renderPage>[0]): void =>
    output.write(path, renderPage(page, apis))

  write('index.html', { title: 'Quintet 接口文档', up: '', styles, scripts: [indexScript], main: indexMain(parts) })
  for (const { api, document } of parts) {
    const { name } = api
    const reference = output.writeAsset(`${name}.json`, JSON.stringify(redocDocument(document, api)))
    const model = output.writeAsset(`${name}-console.json`, JSON.stringify(api))
    write(`${name}/index.html`, {
      title: `${shortTitle(api)} 接口文档`,
      api,
      view: 'reference',
      up: '../',
      styles,
      scripts: [redoc, referenceScript],
      data: { document: `../${reference}`, api: name },
      main: '<main id="redoc" class="reference"></main>'
    })
    write(`${name}/console/index.html`, {
      title: `${shortTitle(api)} 控制台`,
      api,
      view: 'console',
      up: '../../',
      styles,
      scripts: [consoleScript],
      data: { model: `../../${model}`, api: name },
      main: '<main id="console" class="console"></main>'
    })
    writeContract(output, name as RealmName)
  }
  write('404.html', { title: '没有这一页', up: '@UP@', styles, scripts: [], main: MISSING })
  output.removeOthers()
}

function readPart(name: RealmName): Part {
  const document = inChinese(readContract(name), readDictionary(name))
  return { document, api: documentedApi(name, document) }
}

function writeContract(output: Output, name: RealmName): void {
  const contract = readContract(name)
  output.write(`openapi/${name}.json`, `${JSON.stringify(contract, null, 2)}\n`)
  output.write(`openapi/${name}.yaml`, stringify(contract, { aliasDuplicateObjects: false, lineWidth: 120 }))
}

/** A script or style of the pages with all that it imports, as a browser takes it. */
async function bundle(name: string): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`scripts/docs/browser/${name}`, packageRoot))],
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none'
  })
  return result.outputFiles[0]!.text
}
