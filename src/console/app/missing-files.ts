import { t } from '../i18n/shared.ts'
import { notify } from './notices.ts'
import { loadFacts } from './server-facts.ts'

/**
 * Says why a view or a dialog does not open when its file cannot be loaded: the server cannot be reached, or it was upgraded and
 * has other files now, which the page finds after it has been loaded again.
 */
addEventListener('vite:preloadError', () => {
  void loadFacts().then((answered) => {
    if (!answered) notify(t('problem.network'), 'failed')
    else notify(t('upgraded'), 'failed', { label: t('reload'), run: () => location.reload() })
  })
})
