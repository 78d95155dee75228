interface ProjectManifest {
  version: string
  license: string
  devDependencies: Record<string, string>
}

/** The package.json of the client package, which has the version of the project. */
export function manifest({ version, license, devDependencies }: ProjectManifest, apis: string[]): object {
  const entry = (name: string): object => ({ types: `./${name}.d.ts`, default: `./${name}.js` })
  return {
    name: 'quintet-sdk',
    version,
    description: 'Typed clients of the five HTTP APIs of Quintet, for browsers and Node',
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: {
      '.': entry('index'),
      ...Object.fromEntries(apis.map((api) => [`./${api}`, entry(api)])),
      './package.json': './package.json'
    },
    types: './index.d.ts',
    dependencies: { 'openapi-fetch': devDependencies['openapi-fetch'] }
  }
}
