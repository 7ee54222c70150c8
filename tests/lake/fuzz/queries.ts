import fc from 'fast-check'

const literal = fc.constantFrom(
  'null',
  'true',
  '0',
  '-1.5',
  '"A"',
  '"page"',
  '"a"',
  '[1, null, "A"]',
  '{"_ref": "a"}',
  '$p',
  '$list',
)
const attribute = fc.constantFrom(
  '_id',
  '_type',
  'title',
  'list',
  'list[]',
  'list[].n',
  'slug.current',
  'to',
  'to->',
  'to->title',
  'missing',
  '@',
  '^',
  '^._id',
  'body[].children[].text',
)
const operator = fc.constantFrom(
  '==',
  '!=',
  '<',
  '<=',
  '&&',
  '||',
  'in',
  'match',
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
)
const oneArgument = fc.constantFrom(
  ...[
    'count',
    'defined',
    'length',
    'lower',
    'string',
    'references',
    'dateTime',
    'path',
    'pt::text',
    'text::query',
  ],
  ...[
    'array::unique',
    'array::compact',
    'math::sum',
    'sanity::versionOf',
    'documents::get',
    'string::upper',
    'geo::latLng',
  ],
)
const noArgument = fc.constantFrom(
  'now()',
  'identity()',
  'documents::incomingRefCount()',
  'releases::all()',
  'sanity::dataset()',
  'sanity::projectId()',
)

/** Expressions and whole queries that mostly parse. */
const {query} = fc.letrec<{expression: string; query: string}>((tie) => ({
  expression: fc.oneof(
    {depthSize: 'small'},
    literal,
    attribute,
    noArgument,
    fc
      .tuple(tie('expression'), operator, tie('expression'))
      .map(([left, op, right]) => `(${left} ${op} ${right})`),
    fc.tuple(oneArgument, tie('expression')).map(([name, inner]) => `${name}(${inner})`),
    tie('expression').map((inner) => `!(${inner})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `select(${a} => ${b}, ${a})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `coalesce(${a}, ${b})`),
    tie('query').map((inner) => `(${inner})`),
  ),
  query: fc.oneof(
    {depthSize: 'small'},
    fc.constant('*'),
    fc.tuple(tie('query'), tie('expression')).map(([base, filter]) => `${base}[${filter}]`),
    fc.tuple(tie('query'), tie('expression')).map(([base, inner]) => `${base}{"x": ${inner}, ...}`),
    fc.tuple(tie('query'), tie('expression')).map(([base, key]) => `${base} | order(${key} desc)`),
    fc
      .tuple(tie('query'), tie('expression'))
      .map(([base, rank]) => `${base} | score(boost(${rank}, 2), ${rank})`),
    tie('query').map((base) => `${base}[0..2]`),
    tie('query').map((base) => `${base}[].title`),
  ),
}))

const noise = fc.array(
  fc.constantFrom(
    ...'*[](){}|:,.^@"\'\\$',
    '->',
    '...',
    '//',
    '\0',
    '_id',
    ' in ',
    'fn x::y($z) = $z{a};',
    'diff::changedAny({}, {}, a)',
  ),
  {maxLength: 8},
)

export const queries = fc.oneof(
  {weight: 8, arbitrary: query},
  {weight: 1, arbitrary: noise.map((pieces) => pieces.join(''))},
  {weight: 1, arbitrary: fc.tuple(query, noise).map(([text, tail]) => text + tail.join(''))},
)
