type Output = {type: 'chunk'; code: string} | {type: 'asset'; source: string | Uint8Array}

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
          else if (typeof output.source === 'string') output.source = withoutOutside(output.source)
        }
      },
    },
  }
}

/** The text of a page or script with the addresses outside replaced by ones of the same origin, or left out. */
export function withoutOutside(text: string): string {
  return replacements.reduce((rest, [from, to]) => rest.replaceAll(from, to), text)
}

const replacements: [RegExp, string][] = [
  [/@font-face\s*\{[^}]*studio-static\.sanity\.io[^}]*\}/g, ''],
  [/<script src="https:\/\/core\.sanity-cdn\.(com|work)\/bridge\.js"[^>]*><\/script>/g, ''],
  [/https:\/\/core\.sanity-cdn\.(com|work)\/bridge\.js/g, 'data:text/javascript,'],
  [/https:\/\/api\.sanity\.io\/vX\/intake/g, '/vX/intake'],
  [/https:\/\/sanity-cdn\.(com|work)/g, ''],
]
