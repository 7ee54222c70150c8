import {describe, expect, test} from '@jest/globals'
import type {ImportRun} from '../../../importer/documents.ts'
import {bars} from '../../../studio/imports/chart.ts'
import {runTitle, runWords, surveyWords} from '../../../studio/imports/runWords.ts'

const run = (counts: Partial<ImportRun>): ImportRun => ({
  _id: `run.${JSON.stringify(counts)}`,
  _type: 'importRun',
  source: 'raw',
  startedAt: '2026-11-23T09:30:00.000Z',
  finishedAt: '2026-11-23T09:30:04.000Z',
  ...counts,
})

describe('the chart', () => {
  test('fills its height with the largest run, and stacks what happened', () => {
    const [large, small] = bars([run({created: 6, conflicts: 2}), run({updated: 2})])
    expect(large?.pieces.map(({y, height}) => [y, height])).toEqual([
      [0.25, 0.75],
      [0, 0.25],
    ])
    expect(small?.pieces.map(({y, height}) => [y, height])).toEqual([[0.75, 0.25]])
  })

  test('stays within its width, however many runs there are', () => {
    const many = bars(Array.from({length: 60}, (_, at) => run({created: at + 1})))
    for (const {x, width} of many) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(1)
    }
    expect(bars([run({})])[0]?.pieces).toEqual([])
  })
})

describe('a run in words', () => {
  test('names some of the lines that it left out of all stories', () => {
    const survey = (count: number) => {
      const foreign = Array.from({length: count}, (_, at) => ({text: `Line ${at + 1}`}))
      return run({survey: JSON.stringify({files: 20, foreign})})
    }
    expect(surveyWords(run({}))).toBeUndefined()
    expect(surveyWords(survey(0))).toBeUndefined()
    expect(surveyWords(survey(2))).toMatch(/: “Line 1”, “Line 2”$/)
    expect(surveyWords(survey(14))).toMatch(/“Line 12”, and 2 more$/)
  })

  test('says what happened, and leaves out what did not', () => {
    expect(runTitle(run({}))).toBe('raw, 2026-11-23 09:30')
    expect(runWords(run({created: 3, quarantined: 1}))).toBe('3 created · 1 set aside')
    expect(runWords(run({}))).toBe('nothing changed')
    expect(runWords({...run({updated: 1}), finishedAt: undefined})).toBe('1 updated · not finished')
  })
})
