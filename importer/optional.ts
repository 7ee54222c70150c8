/** A field that is absent where it has no value, as documents want it. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): {[name in Name]?: Value} {
  return value === undefined ? {} : ({[name]: value} as {[name in Name]?: Value})
}
