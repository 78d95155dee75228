import * as generated from 'generated/index'

const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1)
const camelCase = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())

export async function call({ operation, path = {}, body, schema, form }, basePath, accessToken) {
  const configuration = new generated.Configuration({ basePath, accessToken })
  const Api = Object.values(generated).find((one) => one?.prototype?.[operation] !== undefined)
  const model = body && (form ? body : { [lowerFirst(schema)]: generated[`${schema}FromJSON`](body) })
  const parameters = Object.fromEntries(Object.entries(path).map(([name, value]) => [camelCase(name), value]))
  try {
    const answer = await new Api(configuration)[`${operation}Raw`]({ ...parameters, ...model })
    const copy = answer.raw.clone()
    await answer.value()
    return { status: copy.status, body: await copy.json() }
  } catch (error) {
    if (!(error instanceof generated.ResponseError)) throw error
    return { status: error.response.status, body: await error.response.json() }
  }
}
