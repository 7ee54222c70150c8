import {Flex, Label, Select, Stack, Switch, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import type {KnownSection} from '../../importer/sections.ts'
import type {ImportSettings} from './copies.ts'

type Props = {
  settings: ImportSettings
  sections: readonly KnownSection[]
  onChange: (settings: ImportSettings) => void
}

export function Settings({settings, sections, onChange}: Props) {
  const [source, section, draft] = [useId(), useId(), useId()]
  return (
    <Stack gap={4}>
      <Stack gap={2}>
        <Label as="label" size={0} htmlFor={source}>
          Source name
        </Label>
        <TextInput
          id={source}
          fontSize={1}
          value={settings.source}
          onChange={(event) => onChange({...settings, source: event.currentTarget.value})}
        />
        <Text size={0} muted>
          With the file name it tells stories apart: use the name that `npm run import` uses.
        </Text>
      </Stack>
      <Stack gap={2}>
        <Label as="label" size={0} htmlFor={section}>
          Section
        </Label>
        <Select
          id={section}
          fontSize={1}
          value={settings.section}
          onChange={(event) => onChange({...settings, section: event.currentTarget.value})}
        >
          <option value="">As the text says</option>
          {sections.map(({_id, title}) => (
            <option key={_id} value={title}>
              {title}
            </option>
          ))}
        </Select>
      </Stack>
      <Flex gap={3} align="center">
        <Switch
          id={draft}
          checked={settings.draft}
          onChange={(event) => onChange({...settings, draft: event.currentTarget.checked})}
        />
        <Text as="label" size={1} htmlFor={draft}>
          Import as drafts
        </Text>
      </Flex>
    </Stack>
  )
}
