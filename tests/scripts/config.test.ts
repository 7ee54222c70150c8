import {expect, test} from '@jest/globals'
import {ConfigError, configOf} from '../../scripts/config.ts'

const hosted = {SANITY_STUDIO_PROJECT_ID: 'abc123'}

test('a token that was pasted over two lines is refused without being told', () => {
  const SANITY_API_WRITE_TOKEN = 'skSECRET\nskSECRET'
  const read = () => configOf({...hosted, SANITY_API_WRITE_TOKEN})
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(/SANITY_API_WRITE_TOKEN/)
  expect(read).not.toThrow(/SECRET/)
})

test('spaces around a token do not count', () => {
  expect(configOf({...hosted, SANITY_API_TOKEN: ' skOne '})).toMatchObject({token: 'skOne'})
})
