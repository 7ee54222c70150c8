import {Flex, Stack, Text} from '@sanity/ui'
import type {ImportRun} from '../../importer/documents.ts'
import {bars, counts} from './chart.ts'

const chartHeight = 140
const chartWidth = 1000

type Props = {runs: readonly ImportRun[]; chosen?: string; onChoose: (id: string) => void}

/** Runs over time; the list beside it says the same in words. */
export function RunChart({runs, chosen, onChoose}: Props) {
  const inTime = runs.toReversed()
  return (
    <Stack gap={3}>
      <svg
        role="img"
        aria-label={`Outcomes of the last ${runs.length} runs; the list holds the numbers`}
        viewBox={`0 0 ${chartWidth} ${chartHeight}`}
        preserveAspectRatio="none"
        style={{width: '100%', height: chartHeight, display: 'block'}}
      >
        {bars(inTime).map(({run, x, width, pieces}) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list offers the same to the keyboard
          <g key={run._id} onClick={() => onChoose(run._id)} style={{cursor: 'pointer'}}>
            <rect
              x={x * chartWidth}
              y={0}
              width={width * chartWidth}
              height={chartHeight}
              fill="currentColor"
              opacity={run._id === chosen ? 0.1 : 0.03}
            />
            {pieces.map((piece) => (
              <rect
                key={piece.color}
                x={piece.x * chartWidth}
                y={piece.y * chartHeight}
                width={piece.width * chartWidth}
                height={piece.height * chartHeight}
                fill={piece.color}
              />
            ))}
          </g>
        ))}
      </svg>
      <Flex gap={4} wrap="wrap">
        {counts.map(({name, title, color}) => (
          <Flex key={name} gap={2} align="center">
            <span style={{width: '0.75em', height: '0.75em', background: color}} />
            <Text size={1}>{title}</Text>
          </Flex>
        ))}
      </Flex>
    </Stack>
  )
}
