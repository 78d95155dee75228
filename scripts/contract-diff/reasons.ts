/** Every rule of the comparison, and what becomes of a client when a change breaks it. */
export const REASONS = {
  'api-removed': 'All its calls are answered with 404.',
  'path-removed': 'Its calls to that path are answered with 404.',
  'operation-removed': 'Its calls are answered with 405.',
  'operation-id-changed': 'Generated clients name their methods by it: the old name does not compile any more.',
  'server-removed': 'It goes on calling an address that is no longer promised.',

  'parameter-removed': 'What it sends there is refused, or no longer does anything.',
  'parameter-became-required': 'Its calls leave the parameter out, and are refused.',
  'parameter-serialization-changed': 'It writes the parameter in a form that is no longer understood.',
  'request-body-added': 'Its calls have no body, and are refused.',
  'request-body-became-required': 'Its calls may leave the body out, and are refused.',
  'request-body-removed': 'What it sends no longer does anything.',
  'request-property-removed': 'What it sends there no longer does anything.',
  'required-properties-added': 'Its requests leave the field out, and are refused.',

  'response-removed': 'The answer that it knows does not come any more; another does.',
  'response-header-removed': 'It looks for a header that does not come any more.',
  'response-header-became-optional': 'It counts on a header that may be missing.',
  'required-properties-removed': 'It counts on a field that may be missing.',
  'property-removed': 'It reads or sends a field that is not known any more.',
  'media-type-removed': 'It sends, or waits for, a media type that is gone.',

  'schema-type-changed': 'It sends values that are refused, or meets values that it cannot read.',
  'schema-constraint-changed': 'It sends values that are refused now, or meets values that could not come before.',
  'schema-combinator-changed': 'It sends a form that is refused now, or meets one that could not come before.',
  'enum-values-removed': 'It sends a value that is refused now.',
  'enum-values-added': 'It meets a value that it does not know.',

  'security-requirement-changed': 'Its credentials are not enough any more.',
  'security-scheme-changed': 'It sends its credentials in a way that is not understood any more.',
  'right-changed': 'Callers who lack the right are answered with 403.',
  'unknown-query-refused': 'A query parameter that did no harm is answered with 400.',
  'expired-token-refused': 'A call with an expired token is answered with 401.'
} as const

export type RuleName = keyof typeof REASONS
