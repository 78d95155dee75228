/** What the client packages have of the project. */
export interface Project {
  version: string
  description: string
}

/** A language that a client package is made for: one package with all APIs. */
export interface Language {
  /** As OpenAPI Generator calls it. */
  name: string
  /** Of its sources. */
  extension: string
  /** Options of OpenAPI Generator for an API. */
  properties: (api: string) => Record<string, string>
  /** The sources of an API: their folder in what was generated, and in the package. */
  sources: (api: string) => { from: string; to: string }
  /** The files that make it a package, by path; what it depends on is in what was generated for one API. */
  manifests: (generated: string, project: Project) => Promise<Record<string, string>>
}
