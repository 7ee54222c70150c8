/** A page for reading, in the manner of the reader's site. */
export const pageStyle = `
:root { --quiet: light-dark(#5c5a54, #a5a29a); --accent: light-dark(#8a1c1c, #ef9a8f); }
body { margin: 0 auto; max-width: 40rem; padding: 2rem 1.5rem 4rem;
  font: 1.1rem/1.55 Charter, "Bitstream Charter", Cambria, "Noto Serif", Georgia, serif;
  background: light-dark(#fdfcf9, #161615); color: light-dark(#1a1a18, #e8e6e0); overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.15; text-wrap: balance; }
h1 { margin: 0 0 0.75rem; }
p { margin: 0 0 1em; }
.kicker { margin-bottom: 0.5rem; color: var(--accent); font: 600 0.85rem sans-serif; }
.dek { font-size: 1.2rem; color: var(--quiet); }
.credits { font: 0.85rem sans-serif; color: var(--quiet); }
.body { border-top: 1px solid var(--quiet); padding-top: 1.25rem; }
blockquote { margin: 1em 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--accent); }
figure { margin: 1.5em 0; } img { max-width: 100%; } figcaption { font: 0.85rem sans-serif; color: var(--quiet); }
section { margin-top: 2.5rem; border-top: 1px solid var(--quiet); }
section h2 { font: 600 0.95rem sans-serif; } section li { margin-bottom: 0.4em; }
a { color: inherit; text-decoration: underline; text-decoration-color: var(--accent); }
`
