/**
 * The process that a simulation kills: `importer.ts OPTIONS`, options as JSON.
 */
import {importCopy} from '../../importer/index.ts'
import {plainReader} from '../importer/plainReader.ts'

const options = JSON.parse(process.argv[2] ?? '{}')
try {
  const summary = await importCopy({
    ...options,
    read: plainReader,
    isSound: () => true,
    parser: 'simulation',
  })
  console.log(JSON.stringify(summary))
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
