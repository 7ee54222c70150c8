/**
 * What a run came to → a page that needs nothing but itself.
 */
import type {ReportConflict, ReportData, ReportLink, ReportSetAside} from './report/collect.ts'
import {style} from './report/style.ts'
import type {Summary} from './summary.ts'

export function reportPage(data: ReportData, madeAt: string): string {
  const {summary, cut} = data
  const title = summary?.run ? `Import ${summary.run}` : 'Import'
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="muted">${escaped(madeAt)}</p>
${summary ? counts(summary) : '<p>The run did not come to its end.</p>'}
${section('Conflicts', {items: data.conflicts, cut: cut.conflicts}, conflict)}
${section('Set aside', {items: data.setAside, cut: cut.setAside}, setAside)}
${section('Links without a story', {items: data.links, cut: cut.links}, link)}
${section('Moved', {items: data.moved, cut: cut.moved}, ({file, from}) => `<p>${escaped(from)} → ${escaped(file)}</p>`)}
${section('Vanished', {items: data.vanished, cut: cut.vanished}, (file) => `<p>${escaped(file)}</p>`)}
</main>
</body>
</html>
`
}

const bars = [
  ['Created', 'created'],
  ['Updated', 'updated'],
  ['Unchanged', 'unchanged'],
  ['Conflicts', 'conflicts'],
  ['Set aside', 'quarantined'],
] as const

function counts(summary: Summary): string {
  const most = Math.max(1, ...bars.map(([, name]) => summary[name]))
  const rows = bars.map(([label, name]) => {
    const width = ((summary[name] / most) * 100).toFixed(1)
    const bar = summary[name] === 0 ? '' : `<div class="bar ${name}" style="width:${width}%"></div>`
    return `<tr><th scope="row">${label}</th><td>${bar}</td><td class="number">${number(summary[name])}</td></tr>`
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
  return `<table class="chart"><caption>What became of the files</caption>${rows.join('')}</table>
<dl>${facts.map(([label, value]) => `<div><dt>${label}</dt><dd>${value}</dd></div>`).join('')}</dl>`
}

function section<Item>(
  title: string,
  {items, cut}: {items: readonly Item[]; cut: number | undefined},
  show: (item: Item) => string,
): string {
  if (items.length === 0) return ''
  const more = cut ? `<p class="muted">and ${number(cut)} more</p>` : ''
  return `<h2>${title} (${number(items.length + (cut ?? 0))})</h2>\n${items.map(show).join('\n')}\n${more}`
}

function conflict({file, field, source, story}: ReportConflict): string {
  const side = (name: string, text: string) =>
    `<div><h4>${name}</h4><div class="copy" dir="auto">${text === '' ? '<i>nothing</i>' : escaped(text)}</div></div>`
  return `<h3>${escaped(file)}: ${escaped(field)}</h3>
<div class="sides">${side('Source', source)}${side('Story', story)}</div>`
}

function setAside({file, diagnostics, lines}: ReportSetAside): string {
  const reasons = diagnostics.map(({code, message, place: {line}}) => {
    const where = line === 0 ? '' : `Line ${line}: `
    return `<p>${where}${escaped(message)} <span class="muted">${code}</span></p>`
  })
  const rows = lines.map(
    ({number: at, text}) =>
      `<tr><th scope="row">${at}</th><td dir="auto">${escaped(text)}</td></tr>`,
  )
  const table = rows.length === 0 ? '' : `<table class="lines">${rows.join('')}</table>`
  return `<h3>${escaped(file)}</h3>${reasons.join('')}${table}`
}

function link({file, title, stories}: ReportLink): string {
  const candidates = stories.map(
    (one) => `<li dir="auto">${escaped(one.title)} (${Math.round(one.similarity * 100)} %)</li>`,
  )
  return `<h3 dir="auto">${escaped(title)}</h3><p class="muted">in ${escaped(file)}</p>
${candidates.length === 0 ? '<p>No title comes near.</p>' : `<ul>${candidates.join('')}</ul>`}`
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
