/** How tokens are signed: by a secret that the server shares with nobody, or by a key whose public half others may have. */
export const tokenAlgorithms = ['HS256', 'ES256'] as const
export type TokenAlgorithm = (typeof tokenAlgorithms)[number]
