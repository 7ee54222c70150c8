/** SHA-256 as Node has it, many times as fast. */
import {hash} from 'node:crypto'

/** 64 hex digits, of the bytes, or of the text in UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data)
}
