import { defineAsyncComponent, type AsyncComponentLoader, type Component } from 'vue'

/** A dialog whose file is loaded when it opens. Where that fails it is closed, so that it can be opened again. */
export function lazyDialog<Dialog extends Component>(load: AsyncComponentLoader<Dialog>, close: () => void): Dialog {
  return defineAsyncComponent({
    loader: load,
    onError(_, __, fail) {
      close()
      fail()
    }
  })
}
