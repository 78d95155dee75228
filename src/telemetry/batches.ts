import type { Link, Span } from '@opentelemetry/api'
import { createBatchLoader, type Bounds, type Look } from '../database/queries/batch-loader.js'
import type { Spans } from './spans.js'
import { LINKS } from './statements.js'

interface Traced<Key> {
  key: Key
  span: Span | undefined
}

/**
 * As `createBatchLoader`; each look-up has a span in the trace of its request, which begins when it waits. The statement that
 * answers several is below the first of them that is recorded, with links to the others.
 */
export function createTracedBatchLoader<Key, Row>(
  spans: Spans,
  look: Look<Key, Row>,
  { name = 'look-up', share, ...bounds }: Bounds<Key> = {}
): (key: Key) => Promise<Row> {
  const lookUp: Look<Traced<Key>, Row> = (batch) => {
    const [first, ...others] = batch.flatMap(({ span }) => (span?.isRecording() ? [span] : []))
    const links: Link[] = others.map((span) => ({ context: span.spanContext() }))
    return spans.within(first, () =>
      spans.contexts.with(spans.contexts.active().setValue(LINKS, links), () => look(batch.map(({ key }) => key)))
    )
  }
  const load = createBatchLoader(lookUp, {
    ...bounds,
    ...(share && { share: ({ key }: Traced<Key>) => share(key) })
  })
  return (key) => spans.around(name, {}, (span) => load({ key, span }))
}
