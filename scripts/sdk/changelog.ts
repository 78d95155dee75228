const HEADING = '### Client package\n'

/** The change log of the client package: what the project's own has under "Client package", version by version. */
export function packageChangelog(changelog: string): string {
  const versions = changelog.split(/^(?=## )/m).slice(1)
  const parts = versions.flatMap((version) => {
    const [title = ''] = version.split('\n')
    const [, news] = version.split(HEADING)
    return news === undefined ? [] : [`${title}\n\n${news.replace(/^##[^]*/m, '').trim()}\n`]
  })
  return ['# Changelog\n', ...parts].join('\n')
}
