import uPlot from 'uplot'
import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { dataOf, optionsOf, type PlotData } from './plot-options.ts'
import 'uplot/dist/uPlot.min.css'

interface PlotSettings {
  data: () => PlotData
  /** The index of the bars that are pointed at; undefined when none are. */
  onPoint: (index: number | undefined) => void
  onOpen: (index: number) => void
}

/** Draws bars in an element: as wide as it is, and in the colours of the theme. */
export function usePlot(box: Readonly<Ref<HTMLElement | null>>, { data, onPoint, onOpen }: PlotSettings): void {
  let plot: uPlot | undefined

  function draw(element: HTMLElement): void {
    plot?.destroy()
    const now = data()
    const { clientWidth: width, clientHeight: height } = element
    plot = new uPlot({ ...optionsOf(now, onPoint), width, height }, dataOf(now), element)
    plot.over.addEventListener('click', () => {
      const index = plot?.cursor.idx
      if (typeof index === 'number') onOpen(index)
    })
  }
  const sizes = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect
    // In the next frame, for a change of size within an observer of sizes is an error.
    requestAnimationFrame(() => plot?.setSize({ width, height }))
  })
  const themes = new MutationObserver(() => plot?.redraw())

  onMounted(() => {
    if (box.value === null) return
    draw(box.value)
    sizes.observe(box.value)
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  })
  watch(
    () => JSON.stringify(data()),
    () => box.value && draw(box.value)
  )
  onBeforeUnmount(() => {
    sizes.disconnect()
    themes.disconnect()
    plot?.destroy()
    plot = undefined
  })
}
