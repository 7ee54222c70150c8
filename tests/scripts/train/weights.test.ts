import {existsSync} from 'node:fs'
import {expect, test} from '@jest/globals'
import weights from '../../../importer/model/weights.json' with {type: 'json'}
import {readCorpus} from '../../../scripts/train/corpus.ts'
import {digestOf} from '../../../scripts/train/digest.ts'

/** The texts are their publishers', so that the corpus is not in the repository. */
const corpus = '../shared/corpus'

if (existsSync(corpus)) {
  test('the features are those that the weights were trained with; else run npm run train', () => {
    expect(digestOf(readCorpus(corpus, ['pages']))).toBe(weights.featuresDigest)
  }, 60_000)
} else {
  test(`the weights say what they were trained with; no corpus in ${corpus} to hold that against`, () => {
    expect(weights.featuresDigest).toMatch(/^[0-9a-f]{64}$/)
  })
}
