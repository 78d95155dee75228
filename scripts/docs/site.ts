import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { stringify } from 'yaml'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { readContract, type ContractDocument } from '../../src/http/contract.js'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { SERVER } from '../../src/docs/addressed.js'
import { packageRoot } from '../../src/config/package-root.js'
import { collectionFiles } from '../collections/files.js'
import { foldedWithoutScripts, needsScripts } from './no-scripts.js'
import { bodyChecks } from './body-checks.js'
import { openOutput, type Output } from './assets.js'
import { inChinese, readDictionary } from './chinese.js'
import { guidePages } from './guides/page.js'
import { indexMain } from './index-page.js'
import type { DocumentedApi } from './model.js'
import { documentedApi } from './operations.js'
import { renderPage, shortTitle, type Content, type Page } from './page.js'
import { bundleWithRedoc } from './redoc/bundle.js'
import { redocDocument } from './redoc/document.js'
import { referenceRenderer, type RenderReference } from './redoc/render.js'
import { createIndex } from './search/engine.js'
import { searchDocuments } from './search/documents.js'
import { sdkTarball } from './sdk-tarball.js'

const MISSING = `<main id="main" class="index"><h1>没有这一页</h1><p>地址有误，或者本服务器没有开放这套 API。<a href="@UP@">回到接口文档</a></p></main>`

interface Part {
  api: DocumentedApi
  document: ContractDocument
}

/** Assets that pages load, as they are named in the output. */
interface Assets {
  styles: string[]
  first: string
  common: string
  redoc: string
  index: string
  reference: string
  tryOut: string
  guide: string
}

/** A page with the scripts and styles that not all pages have. */
type SitePage = Content & Pick<Page, 'scripts'> & { ownStyles?: string[] }

/** Makes the whole site anew; assets that have not changed stay as they are. */
export async function buildSite(): Promise<void> {
  const output = openOutput(fileURLToPath(new URL('dist/docs/', packageRoot)))
  const parts = realmNames.map(readPart)
  const apis = parts.map(({ api }) => api)
  const assets = await writeAssets(output)
  const { styles, first, common } = assets
  const pages = guidePages(apis)
  const render = await referenceRenderer()
  const search = output.writeAsset('search.json', JSON.stringify(createIndex(searchDocuments(apis, pages))))
  const write = (path: string, { scripts, ownStyles = [], ...page }: SitePage): void =>
    output.write(
      path,
      renderPage({ ...page, styles: [...styles, ...ownStyles], first, search, scripts: [common, ...scripts] }, apis)
    )

  write('index.html', { title: 'Quintet 接口文档', up: '', scripts: [assets.index], main: indexMain(parts) })
  for (const { folder, page } of pages) write(`${folder}index.html`, { ...page, scripts: [assets.guide] })
  for (const part of parts) {
    write(`${part.api.name}/index.html`, referencePage(output, assets, part, render))
    write(`${part.api.name}/try/index.html`, await tryPage(output, assets, part))
    writeContract(output, part.api.name as RealmName)
    writeCollections(output, part)
  }
  output.writeBinary('quintet-sdk.tgz', sdkTarball())
  write('404.html', { title: '没有这一页', up: '@UP@', scripts: [], main: MISSING })
  output.removeOthers()
}

async function writeAssets(output: Output): Promise<Assets> {
  return {
    styles: [output.writeAsset('site.css', await bundle('site.css'))],
    first: output.writeAsset('first.js', await bundle('first.ts')),
    common: output.writeAsset('common.js', await bundle('common.ts')),
    redoc: output.writeAsset('redoc.js', await bundleWithRedoc('hydrate.ts', 'browser')),
    index: output.writeAsset('index.js', await bundle('index.ts')),
    reference: output.writeAsset('reference.js', await bundle('reference.ts')),
    tryOut: output.writeAsset('try.js', await bundle('try/page.ts')),
    guide: output.writeAsset('guide.js', await bundle('guide.ts'))
  }
}

function referencePage(output: Output, assets: Assets, { api, document }: Part, render: RenderReference): SitePage {
  const shown = redocDocument(document, api)
  const { html, css } = render(shown, api.name)
  return {
    title: `${shortTitle(api)} 接口文档`,
    api,
    view: 'reference',
    up: '../',
    scripts: [assets.reference],
    ownStyles: [output.writeAsset(`${api.name}.css`, css)],
    data: {
      document: `../${output.writeAsset(`${api.name}.json`, JSON.stringify(shown))}`,
      redoc: `../${assets.redoc}`,
      api: api.name
    },
    main: `<main id="main" class="reference">${foldedWithoutScripts(api)}<div id="redoc">${html}</div></main>`
  }
}

async function tryPage(output: Output, assets: Assets, { api, document }: Part): Promise<SitePage> {
  const model = output.writeAsset(`${api.name}-try.json`, JSON.stringify(api))
  const checks = output.writeAsset(`${api.name}-checks.js`, await bodyChecks(document, api))
  return {
    title: `${shortTitle(api)} 在线调试`,
    api,
    view: 'try',
    up: '../../',
    scripts: [assets.tryOut],
    data: { model: `../../${model}`, checks: `../../${checks}`, api: api.name },
    main: `<main id="main" class="try">${needsScripts(api)}</main>`
  }
}

function readPart(name: RealmName): Part {
  const document = inChinese(readContract(name), readDictionary(name))
  return { document, api: documentedApi(name, document) }
}

function writeContract(output: Output, name: RealmName): void {
  const servers = [
    { url: SERVER, description: 'This server' },
    { url: '..', description: 'Relative to this document' }
  ]
  const contract = { ...readContract(name), servers }
  output.write(`openapi/${name}.json`, `${JSON.stringify(contract, null, 2)}\n`)
  output.write(`openapi/${name}.yaml`, stringify(contract, { aliasDuplicateObjects: false, lineWidth: 120 }))
  const workflows = `openapi/workflows/${name}.yaml`
  output.write(workflows, readFileSync(new URL(workflows, packageRoot), 'utf8'))
}

function writeCollections(output: Output, { api, document }: Part): void {
  const [account] = sampleAccountsOf(api.name as RealmName)
  const files = collectionFiles(api, document.info.description ?? '', account)
  for (const [name, content] of Object.entries(files)) output.write(`openapi/${name}`, content)
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
