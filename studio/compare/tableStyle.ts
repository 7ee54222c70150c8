/** How wide a pane has to be for the columns to stand side by side; Studio's beside a list on a small screen is not. */
const columnsMin = '42rem'

/** The comparison's table. In a narrow pane a row's cells stand below each other, each under the name of its column. */
export const tableStyle = `
.copydesk-compare { container-type: inline-size; }
.copydesk-compare table { border-collapse: collapse; width: 100%; table-layout: fixed; }
.copydesk-compare :is(th, td) { padding: 0.75em; text-align: start; vertical-align: top; }
.copydesk-compare tr { border-block-end: 1px solid var(--card-border-color); }
.copydesk-compare tr.waiting { background: var(--card-muted-bg-color); }
.copydesk-compare mark { background: var(--card-badge-caution-bg-color); color: inherit; }
@container (max-width: ${columnsMin}) {
  .copydesk-compare thead { position: absolute; clip-path: inset(50%); }
  .copydesk-compare tbody :is(tr, th, td) { display: block; }
  .copydesk-compare :is(th, td):not(:last-child) { padding-block-end: 0; }
  .copydesk-compare td[data-column]::before { content: attr(data-column); display: block; margin-block-end: 0.5em;
    font-size: 0.75em; color: var(--card-muted-fg-color); }
}
`
