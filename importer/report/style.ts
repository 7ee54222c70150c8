/** The report's own style sheet: light and dark, narrow and wide, readable on paper. */
export const style = `
:root { color-scheme: light dark; --page: light-dark(#fff, #16181d); --text: light-dark(#16181d, #e9eaed);
  --muted: light-dark(#555b66, #a5abb6); --soft: light-dark(#f1f2f4, #23262d); --line: light-dark(#d5d8de, #3a3f49); }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  background: var(--page); color: var(--text); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin-bottom: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 0; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
h4 { font-size: .85rem; margin: 0 0 .25rem; color: var(--muted); }
p { margin: .25rem 0; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .2rem .6rem; }
th { font-weight: normal; white-space: nowrap; }
.number, dd { font-variant-numeric: tabular-nums; }
.number { text-align: right; white-space: nowrap; }
.chart { margin: 1.5rem 0; max-width: 40rem; }
.chart caption { text-align: start; font-weight: bold; padding-bottom: .3rem; }
.chart th, .chart .number { width: 1%; padding-inline: 0; }
.bar { min-width: 2px; height: 1.1rem; margin-top: .2rem; border-radius: 2px; background: #8a8f98; print-color-adjust: exact; }
.bar.created { background: #2a9d6f; } .bar.updated { background: #3b82c4; }
.bar.conflicts { background: #d08a1d; } .bar.quarantined { background: #c4453b; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .75rem; margin: 0; }
dl > div { background: var(--soft); border-radius: 4px; padding: .5rem .7rem; }
dt { color: var(--muted); font-size: .85rem; }
dd { margin: 0; font-size: 1.15rem; }
.lines { background: var(--soft); font: 13px/1.5 ui-monospace, monospace; margin: .3rem 0; }
.lines th { width: 1%; text-align: right; color: var(--muted); user-select: none; }
.lines td { white-space: pre-wrap; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.sides > div { background: var(--soft); border-radius: 4px; padding: .5rem .7rem; }
.copy { white-space: pre-wrap; }
.muted { color: var(--muted); }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } }
`
