// Preloaded into the official command: every name under localhost is this machine, as browsers have it.
import dns from 'node:dns'

const lookup = dns.lookup
dns.lookup = (name, ...rest) => lookup(/\.localhost$/i.test(name) ? 'localhost' : name, ...rest)
