import { TOKEN, type SampleRequest } from './request.js'

/** The request as a program with the standard library. */
export function goSample(request: SampleRequest): string {
  const { method, url, needsToken, json, form } = request
  const body = bodyOf(request)
  const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json'
  const packages = ['fmt', 'io', 'net/http', ...(form.length > 0 ? ['net/url'] : []), ...(body ? ['strings'] : [])]
  return [
    'package main',
    '',
    'import (',
    ...packages.map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    ...(needsToken ? [`\ttoken := "${TOKEN}"`] : []),
    ...(body ? [`\tbody := strings.NewReader(${body})`] : []),
    `\trequest, err := http.NewRequest("${method}", ${JSON.stringify(url)}, ${body ? 'body' : 'nil'})`,
    ...orPanic,
    ...(needsToken ? ['\trequest.Header.Set("Authorization", "Bearer "+token)'] : []),
    ...(body ? [`\trequest.Header.Set("Content-Type", "${type}")`] : []),
    '\tresponse, err := http.DefaultClient.Do(request)',
    ...orPanic,
    '\tdefer response.Body.Close()',
    '\tanswer, err := io.ReadAll(response.Body)',
    ...orPanic,
    '\tfmt.Println(response.StatusCode, string(answer))',
    '}'
  ].join('\n')
}

const orPanic = ['\tif err != nil {', '\t\tpanic(err)', '\t}']

/** The text of the body as an expression; undefined where there is none. */
function bodyOf({ json, form }: SampleRequest): string | undefined {
  if (json !== undefined) return rawString(JSON.stringify(json))
  if (form.length === 0) return undefined
  const values = form.map(([name, value]) => `${JSON.stringify(name)}: {${JSON.stringify(value)}}`)
  return `url.Values{${values.join(', ')}}.Encode()`
}

/** Without escapes where the text allows it. */
function rawString(text: string): string {
  return text.includes('`') ? JSON.stringify(text) : `\`${text}\``
}
