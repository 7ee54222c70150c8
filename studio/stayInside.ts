type Asset = {type: 'asset'; fileName: string; source: string | Uint8Array}
type Output = {type: 'chunk'; code: string} | Asset

/**
 * A Vite plugin that keeps the built Studio on its own origin. The stock build asks for web fonts, a bridge to
 * Sanity's dashboard, newer versions of itself and a place for feedback, none of which a local lake has: without the
 * network they would fail, with it they would tell others what runs here.
 */
export function stayInside() {
  return {
    name: 'stay-inside',
    enforce: 'post' as const,
    generateBundle: {
      order: 'post' as const,
      handler(_options: unknown, bundle: Record<string, Output>): void {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk') output.code = withoutOutside(output.code)
          else if (/\.(html|css)$/.test(output.fileName))
            output.source = withoutOutside(text(output))
        }
      },
    },
  }
}

function text({source}: Asset): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source)
}

/** The text of a page or script with the addresses outside replaced by ones of the same origin, or left out. */
export function withoutOutside(text: string): string {
  return replacements.reduce((rest, [from, to]) => rest.replaceAll(from, to), text)
}

/** `data:` addresses answer on the spot; what would have followed the host goes behind their `#`. */
const replacements: [RegExp, string][] = [
  [/@font-face\s*\{[^}]*-static\.sanity\.io[^}]*\}/g, ''],
  [/<script src="https:\/\/core\.sanity-cdn\.(com|work)\/bridge\.js"[^>]*><\/script>/g, ''],
  [/https:\/\/core\.sanity-cdn\.(com|work)\/bridge\.js/g, 'data:text/javascript,'],
  [/https:\/\/api\.sanity\.io\/vX\/intake/g, 'data:,#'],
  [/https:\/\/sanity-cdn\.(com|work)/g, 'data:application/json,{}#'],
]
