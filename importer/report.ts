/**
 * What a run came to → a page that needs nothing but itself.
 */
import type {ReportData, ReportSetAside} from './report/collect.ts'
import {style} from './report/style.ts'
import type {Summary} from './summary.ts'

export function reportPage(data: ReportData, madeAt: string): string {
  const {summary} = data
  const title = summary?.run ? `Import ${summary.run}` : 'Import'
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
<body>
<h1>${escaped(title)}</h1>
<p class="muted">${escaped(madeAt)}</p>
${summary ? counts(summary) : ''}
${section(
  'Conflicts',
  data.conflicts,
  data.cut.conflicts,
  ({file, field, source, story}) => `<h3>${escaped(file)}: ${escaped(field)}</h3>
<div class="sides"><div><b>Source</b>\n${escaped(source)}</div><div><b>Story</b>\n${escaped(story)}</div></div>`,
)}
${section('Set aside', data.setAside, data.cut.setAside, setAside)}
${section(
  'Links without a story',
  data.links,
  data.cut.links,
  ({file, title: words, stories}) =>
    `<p>${escaped(words)} <span class="muted">in ${escaped(file)}</span><br>${
      stories.length === 0
        ? 'No title comes near.'
        : stories
            .map((one) => `${escaped(one.title)} (${Math.round(one.similarity * 100)} %)`)
            .join('<br>')
    }</p>`,
)}
${section('Moved', data.moved, data.cut.moved, ({file, from}) => `<p>${escaped(from)} → ${escaped(file)}</p>`)}
${section('Vanished', data.vanished, data.cut.vanished, (file) => `<p>${escaped(file)}</p>`)}
</body>
</html>
`
}

const bars = [
  ['Created', 'created', '#2a9d6f'],
  ['Updated', 'updated', '#3b82c4'],
  ['Unchanged', 'unchanged', '#8a8f98'],
  ['Conflicts', 'conflicts', '#d08a1d'],
  ['Set aside', 'quarantined', '#c4453b'],
] as const

const barWidth = 420
const rowHeight = 26

function counts(summary: Summary): string {
  const most = Math.max(1, ...bars.map(([, name]) => summary[name]))
  const rows = bars.map(([label, name, colour], at) => {
    const width = Math.round((summary[name] / most) * barWidth)
    const y = at * rowHeight
    return `<text x="0" y="${y + 16}">${label}</text><rect x="90" y="${y + 3}" width="${width}" height="18" fill="${colour}"/><text x="${98 + width}" y="${y + 16}">${number(summary[name])}</text>`
  })
  const {links, requests, writes, retries, seconds, files} = summary
  const facts: [string, string][] = [
    ['Files', number(files)],
    ['Links with a story', number(links.resolved)],
    ['Links without', number(links.unresolved)],
    ['Requests', number(requests)],
    ['Sent again', number(retries)],
    ['Documents written', number(writes)],
    ['Seconds', seconds.toFixed(1)],
  ]
  return `<svg class="chart" role="img" aria-label="What became of the files" width="600" height="${bars.length * rowHeight}">${rows.join('')}</svg>
<table>${facts.map(([label, value]) => `<tr><th>${label}</th><td class="number">${value}</td></tr>`).join('')}</table>`
}

function section<Item>(
  title: string,
  items: readonly Item[],
  cut: number | undefined,
  show: (item: Item) => string,
): string {
  if (items.length === 0) return ''
  const more = cut ? `<p class="muted">and ${number(cut)} more</p>` : ''
  return `<h2>${title} (${number(items.length + (cut ?? 0))})</h2>\n${items.map(show).join('\n')}\n${more}`
}

function setAside({file, reason, lines}: ReportSetAside): string {
  const text = lines.map((line) => `${String(line.number).padStart(5)}  ${line.text}`).join('\n')
  return `<h3>${escaped(file)}</h3><p>${escaped(reason)}</p>${text === '' ? '' : `<pre>${escaped(text)}</pre>`}`
}

function number(value: number): string {
  return value.toLocaleString('en-US')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
