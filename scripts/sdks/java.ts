import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language, Project } from './language.js'

const packageOf = (api: string): string => `quintet.sdk.${api.replaceAll('-', '')}`

export const java: Language = {
  name: 'java',
  extension: '.java',
  properties: (api) => ({
    library: 'native',
    openApiNullable: 'false',
    useJakartaEe: 'true',
    hideGenerationTimestamp: 'true',
    invokerPackage: packageOf(api),
    apiPackage: packageOf(api),
    modelPackage: `${packageOf(api)}.model`
  }),
  sources(api) {
    const folder = `src/main/java/${packageOf(api).replaceAll('.', '/')}`
    return { from: folder, to: folder }
  },
  async manifests(generated, project) {
    const made = await readFile(join(generated, 'pom.xml'), 'utf8')
    const part = (name: string): string => {
      const found = new RegExp(`^    <${name}>\\n[^]*?^    </${name}>\\n`, 'm').exec(made)
      if (found === null) throw new Error(`no ${name} in ${generated}/pom.xml`)
      return found[0]
    }
    return { 'pom.xml': pom(project, part('properties') + part('dependencies')) }
  }
}

const pom = ({ version, description }: Project, dependencies: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/maven-v4_0_0.xsd">
    <modelVersion>4.0.0</modelVersion>
    <groupId>quintet</groupId>
    <artifactId>quintet-sdk</artifactId>
    <version>${version}</version>
    <name>quintet-sdk</name>
    <description>${description}</description>
    <licenses>
        <license>
            <name>MIT</name>
        </license>
    </licenses>
${dependencies}</project>
`
