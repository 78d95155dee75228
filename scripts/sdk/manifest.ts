interface ProjectManifest {
  version: string
  license: string
}

/** The package.json of the client package, which has the version of the project. */
export function manifest({ version, license }: ProjectManifest, apis: string[]): object {
  return {
    name: 'quintet-sdk',
    version,
    description: 'Typed clients of the five HTTP APIs of Quintet, for browsers and Node',
    keywords: ['quintet', 'openapi', 'client', 'sdk', 'fetch', 'typescript', ...apis],
    license,
    type: 'commonjs',
    sideEffects: false,
    engines: { node: '>=20' },
    main: './index.js',
    module: './esm/index.js',
    types: './index.d.ts',
    exports: {
      '.': entry('index'),
      ...Object.fromEntries(apis.map((api) => [`./${api}`, entry(api)])),
      './package.json': './package.json'
    },
    publishConfig: { access: 'public' }
  }
}

/** Makes the files of the folder `esm` ES modules. Bundlers read `sideEffects` here. */
export const MODULES_MANIFEST = { type: 'module', sideEffects: false }

function entry(name: string): object {
  return {
    import: { types: `./esm/${name}.d.ts`, default: `./esm/${name}.js` },
    require: { types: `./${name}.d.ts`, default: `./${name}.js` }
  }
}
