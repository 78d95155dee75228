import uPlot from 'uplot'
import { shortNumber } from './labels.ts'

export interface PlotData {
  /** Of the bars, below the axis. */
  labels: readonly string[]
  /** A list for each series, with a number for each label. */
  values: readonly (readonly number[])[]
}

const FONT_SIZE = 12
/** Colours by the names of `tokens.css`, of the first series and the second. */
const COLOURS = ['--primary', '--danger'] as const
const STEPS = [1, 2, 5]
  .flatMap((step) => Array.from({ length: 13 }, (_, power) => step * 10 ** power))
  .sort((a, b) => a - b)
const LABEL_STEPS = [1, 2, 3, 4, 6, 8, 12, 24, 48, 96, 192]

/** The heights of the bars. Each series is stacked on those before it, so the last one is drawn first, and higher. */
export function dataOf({ labels, values }: PlotData): uPlot.AlignedData {
  const heights = values.map((_, last) =>
    labels.map((_, index) => values.slice(0, last + 1).reduce((sum, series) => sum + (series[index] ?? 0), 0))
  )
  return [labels.map((_, index) => index), ...heights.reverse()]
}

/** Bars beside each other, which are numbered from 0. */
export function optionsOf(
  { labels, values }: PlotData,
  onPoint: (index: number | undefined) => void
): Omit<uPlot.Options, 'width' | 'height'> {
  const bars = uPlot.paths.bars!({ size: [0.7, 48] })
  const colours = COLOURS.slice(0, values.length).reverse()
  const series = colours.map((name): uPlot.Series => {
    const fill = (): CanvasPattern | string => (name === COLOURS[1] ? hatch(colour(name)) : colour(name))
    return { paths: bars, points: { show: false }, width: 0, fill }
  })
  return {
    series: [{}, ...series],
    scales: {
      x: { time: false, range: () => [-0.5, labels.length - 0.5] },
      y: { range: (_, __, most) => [0, Math.max(4, uPlot.rangeNum(0, most ?? 0, 0.1, true)[1] ?? 0)] }
    },
    axes: [labelAxis(labels), numberAxis()],
    padding: [8, null, 0, null],
    legend: { show: false },
    cursor: {
      x: true,
      y: false,
      points: { show: false },
      // Without a function here it takes a click on a cursor that was moved for the end of a drag.
      drag: { x: false, y: false, setScale: false, click: () => undefined },
      move: (plot, left, top) => (left < 0 ? [left, top] : [plot.valToPos(plot.posToIdx(left), 'x'), top])
    },
    hooks: { setCursor: [({ cursor: { idx } }) => onPoint(idx ?? undefined)] }
  }
}

function labelAxis(labels: readonly string[]): uPlot.Axis {
  return {
    ...axis(),
    size: 24,
    space: Math.max(...labels.map((label) => widthOf(label))) + 12,
    incrs: LABEL_STEPS,
    grid: { show: false },
    values: (_, indices) => indices.map((index) => labels[index] ?? '')
  }
}

function numberAxis(): uPlot.Axis {
  return {
    ...axis(),
    size: (_, texts) => Math.max(...(texts ?? ['']).map((text) => widthOf(text))) + 16,
    space: 32,
    incrs: STEPS,
    grid: { stroke: () => colour('--divider'), width: 1 },
    values: (_, numbers) => numbers.map(shortNumber)
  }
}

function axis(): uPlot.Axis {
  const { fontFamily } = getComputedStyle(document.body)
  return { stroke: () => colour('--muted'), font: `${FONT_SIZE}px ${fontFamily}`, ticks: { show: false } }
}

/** About how wide a text of the axes is: a Chinese character is as wide as two others. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e80' ? FONT_SIZE : FONT_SIZE * 0.6), 0)
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** Slanted lines on a light ground, so that the series is recognised without its colour. */
function hatch(stroke: string): CanvasPattern | string {
  const scale = devicePixelRatio
  const size = 6 * scale
  const tile = document.createElement('canvas')
  tile.width = tile.height = size
  const pen = tile.getContext('2d')
  if (pen === null) return stroke
  pen.fillStyle = pen.strokeStyle = stroke
  pen.globalAlpha = 0.2
  pen.fillRect(0, 0, size, size)
  pen.globalAlpha = 1
  pen.lineWidth = 2 * scale
  // Half a tile beside it too, for the corners.
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - size, 2 * size)
    pen.lineTo(shift + 2 * size, -size)
  }
  pen.stroke()
  return pen.createPattern(tile, 'repeat') ?? stroke
}
