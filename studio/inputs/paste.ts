const leftOut = ['script', 'style', 'noscript', 'nav', 'aside', 'button', 'form', 'svg', 'iframe']

/** The body has two ranks of headings: a page's own title becomes the first, all small ones the second. */
const headings: Record<string, string> = {h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3'}

/**
 * HTML from a word processor or a web page, made fit for the body: headings in the ranks that it has, no menus and
 * scripts, no space that does not break and no invisible letters. What the schema does not allow else is dropped by the
 * editor itself.
 */
export function tidyHtml(html: string): string {
  const parts = leftOut.reduce(
    (rest, tag) => rest.replace(new RegExp(`<${tag}\\b[^>]*>[\\s\\S]*?</${tag}\\s*>`, 'gi'), ''),
    html.replace(/<!--[\s\S]*?-->/g, ''),
  )
  return parts
    .replace(/<(\/?)(h[1456])\b/gi, (_all, slash, tag) => `<${slash}${headings[tag.toLowerCase()]}`)
    .replace(/<\/?o:p\b[^>]*>/gi, '')
    .replace(/&nbsp;|&#160;|\u00a0/gi, ' ')
    .replace(/&shy;|[\u00ad\u200b\u2060\ufeff]/gi, '')
}

const tidied = new WeakSet<Event>()

/** Pastes a tidied copy in place of HTML that comes from elsewhere; the editor's own blocks pass as they are. */
export function pasteTidied(event: ClipboardEvent): void {
  const html = event.clipboardData?.getData('text/html')
  const isOwn = event.clipboardData?.types.includes('application/x-portable-text')
  if (!html || isOwn || tidied.has(event) || !event.target) return
  event.preventDefault()
  event.stopPropagation()
  const data = new DataTransfer()
  data.setData('text/html', tidyHtml(html))
  data.setData('text/plain', event.clipboardData?.getData('text/plain') ?? '')
  const again = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})
  tidied.add(again)
  event.target.dispatchEvent(again)
}
