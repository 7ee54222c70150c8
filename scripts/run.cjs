// The door of every npm script: `node scripts/run.cjs NAME …` runs scripts/NAME.ts through tsx.
require('./node-version.cjs')

const script = require('node:path').join(__dirname, `${process.argv[2]}.ts`)
process.argv.splice(1, 2, script)
import('tsx/esm/api').then((tsx) => {
  tsx.register()
  return import(require('node:url').pathToFileURL(script).href)
})
