/** What the users of a generator must know, a sentence for docs/generators.md and its Chinese twin. */
export type Note = Record<'en' | 'zh', string>

/** How clients are generated, compiled and run, in one language by one program. */
export interface Generator {
  name: string
  note?: Note
  /** Programs on PATH that it takes. */
  needs: string[]
  /** Installs it below the folder. */
  install(folder: string): Promise<void>
  /**
   * Generates the client of a contract below `output`, compiles it, and resolves with what calls the operations of a
   * scenario: it prints the answers, an array of `{status, body}` in JSON.
   */
  generate(
    folder: string,
    contract: string,
    output: string
  ): Promise<(origin: string, scenario: string) => Promise<string>>
}
