import {Flex, Label, Select, Stack, Switch, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import type {KnownSection} from '../../importer/sections.ts'
import type {ImportSettings} from './copies.ts'
import {layoutNames} from './layouts.ts'

type Props = {
  settings: ImportSettings
  sections: readonly KnownSection[]
  onChange: (settings: ImportSettings) => void
}

export function Settings({settings, sections, onChange}: Props) {
  const [source, draft] = [useId(), useId()]
  const change = (changed: Partial<ImportSettings>) => onChange({...settings, ...changed})
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
          onChange={(event) => change({source: event.currentTarget.value})}
        />
        <Text size={0} muted>
          With the file name it tells stories apart: use the name that `npm run import` uses.
        </Text>
      </Stack>
      <Choice
        title="Section"
        none="As the text says"
        names={sections.flatMap(({title}) => title ?? [])}
        value={settings.section}
        onChoose={(section) => change({section})}
      />
      {layoutNames.length > 0 && (
        <Choice
          title="Layout"
          none="By the file’s path"
          names={layoutNames}
          value={settings.layout}
          onChoose={(layout) => change({layout})}
        />
      )}
      <Flex gap={3} align="center">
        <Switch
          id={draft}
          checked={settings.draft}
          onChange={(event) => change({draft: event.currentTarget.checked})}
        />
        <Text as="label" size={1} htmlFor={draft}>
          Import as drafts
        </Text>
      </Flex>
    </Stack>
  )
}

type ChoiceProps = {
  title: string
  /** What an empty choice says. */
  none: string
  names: readonly string[]
  value: string
  onChoose: (name: string) => void
}

function Choice({title, none, names, value, onChoose}: ChoiceProps) {
  const id = useId()
  return (
    <Stack gap={2}>
      <Label as="label" size={0} htmlFor={id}>
        {title}
      </Label>
      <Select
        id={id}
        fontSize={1}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{none}</option>
        {[...new Set(names)].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
    </Stack>
  )
}
