import { createApp } from 'vue'
import App from './App.vue'
import { apis } from './apis.ts'
import './app/missing-files.ts'
import { loadFacts } from './app/server-facts.ts'
import { createConsoleRouter } from './router.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/form.css'

// The facts arrive while the first view loads; nothing is shown before both are there.
void loadFacts().finally(() => createApp(App).use(createConsoleRouter(apis)).mount('#app'))
