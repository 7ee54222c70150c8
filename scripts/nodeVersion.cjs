// Stops with one sentence where Node is too old for the rest. Plain old JavaScript, so that any Node gets this far.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `Copydesk needs Node 22.12 or newer; this is ${process.versions.node}. Get one from https://nodejs.org.`,
  )
  process.exit(2)
}
