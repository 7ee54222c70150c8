// dependency-cruiser 17 does not tell swc that a .tsx file holds JSX: without this, the first one stops the check.
const swc = require('@swc/core')
const {parseFileSync} = swc
swc.parseFileSync = (file, options) => parseFileSync(file, {...options, tsx: file.endsWith('.tsx')})

// Import directions. Folders know only what stands here; each rule says why.
const doors = (name, why, to, pathNot) => ({
  name,
  severity: 'error',
  comment: why,
  from: {pathNot: [...pathNot, '^(tests|bench)/']},
  to,
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A cycle has no first file to read.',
      from: {},
      to: {circular: true},
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that resolves to nothing breaks on the next machine.',
      from: {},
      to: {couldNotResolve: true},
    },
    {
      name: 'schemas-stand-alone',
      severity: 'error',
      comment: 'Schemas are shared with other projects and with the importer: no React, no Studio.',
      from: {path: '^schemas/'},
      to: {pathNot: ['^schemas/', 'node_modules/@sanity/types/']},
    },
    {
      name: 'vocabulary-imports-nothing',
      severity: 'error',
      comment: 'The names that all folders share must not pull anything in.',
      from: {path: '^schemas/vocabulary\\.ts$'},
      to: {},
    },
    {
      name: 'importer-knows-only-the-vocabulary',
      severity: 'error',
      comment: 'The importer meets the lake over HTTP and the schemas by their plain names.',
      from: {path: '^importer/'},
      to: {
        path: '^(schemas|lake|studio|queries|site|scripts|tests|bench)/',
        pathNot: '^schemas/vocabulary\\.ts$',
      },
    },
    {
      name: 'lake-stands-alone',
      severity: 'error',
      comment: 'The lake does not know what an article is; the hosted lake can take its place.',
      from: {path: '^lake/'},
      to: {path: '^(schemas|importer|studio|queries|site|scripts|tests|bench)/'},
    },
    {
      name: 'lake-is-met-over-http',
      severity: 'error',
      comment: 'Only what starts or measures the lake imports it; all others speak its API.',
      from: {pathNot: '^(lake|scripts|tests|bench)/'},
      to: {path: '^lake/'},
    },
    {
      name: 'queries-import-groq-only',
      severity: 'error',
      comment: 'Sites import the queries; nothing else may come along.',
      from: {path: '^queries/'},
      to: {pathNot: ['^queries/', 'node_modules/groq/']},
    },
    {
      name: 'site-knows-the-queries',
      severity: 'error',
      comment:
        'The site is an example to copy: it reads through the queries and nothing else of ours.',
      from: {path: '^site/'},
      to: {path: '^(schemas|importer|lake|studio|scripts|tests|bench)/'},
    },
    {
      name: 'studio-knows-schemas-queries-importer',
      severity: 'error',
      comment: 'Studio runs in the browser and meets the lake over HTTP.',
      from: {path: '^studio/'},
      to: {path: '^(lake|site|scripts|tests|bench)/'},
    },
    {
      name: 'nothing-imports-the-edges',
      severity: 'error',
      comment: 'Scripts, tests and benchmarks are ends: nothing depends on them.',
      from: {pathNot: '^(scripts|tests|bench)/'},
      to: {path: '^(scripts|tests|bench)/'},
    },
    doors(
      'react-lives-in-studio',
      'React elsewhere would end up in the importer or in a site.',
      {path: 'node_modules/(react|react-dom|styled-components|@sanity/ui|@sanity/icons)/'},
      ['^studio/', '^sanity\\.config\\.ts$'],
    ),
    doors(
      'one-door-to-sqlite',
      'What the lake stores passes through lake/store.ts, what an import remembers through importer/journal.',
      {path: '^(node:)?sqlite$'},
      ['^lake/store', '^importer/journal'],
    ),
    doors(
      'one-door-to-groq-js',
      'groq-js has no public syntax tree: two files know it.',
      {path: 'node_modules/groq-js/'},
      ['^lake/(query|plan)'],
    ),
    doors(
      'one-door-to-the-network',
      'Every request of the importer leaves through importer/target.ts.',
      {path: 'node_modules/@sanity/client/'},
      [
        '^importer/target\\.ts$',
        '^site/',
        '^studio/',
        '^scripts/',
        '^lake/',
        '^schemas/',
        '^queries/',
      ],
    ),
    {
      name: 'one-door-to-raw-files',
      severity: 'error',
      comment: 'The stages between run in the browser, too: only these touch the disk.',
      from: {
        path: '^importer/',
        pathNot: '^importer/(source|reader/(pool|thread)|files|journal|watch|report|sha256/node)',
      },
      to: {dependencyTypes: ['core']},
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    // docs/ holds examples: files of another project, which a test compiles there.
    exclude: {path: '^(dist|docs|\\.lake|\\.sanity)/'},
    parser: 'swc',
    tsConfig: {fileName: 'tsconfig.json'},
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
}
