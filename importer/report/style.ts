/** The report's own style sheet: light and dark, readable on paper. */
export const style = `
:root { color-scheme: light dark; --line: #8885; --soft: #8882; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
pre { white-space: pre-wrap; background: var(--soft); padding: .5rem; margin: .3rem 0; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.sides > div { background: var(--soft); padding: .5rem; white-space: pre-wrap; }
.chart text { fill: currentColor; font-size: 13px; }
.muted { opacity: .7; }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } }
`
