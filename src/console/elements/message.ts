import 'element-plus/es/components/message/style/css.mjs'

export { ElMessage } from 'element-plus/es/components/message/index.mjs'
