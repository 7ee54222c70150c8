/** A table by which documents are found: rows of one document, or of many in the table's order. */
import type {Document} from '../document.ts'

/** A document with its number in the dataset and the published id of its group. */
export type Filed = {n: number; base: string; document: Document}

/** A table of rows by which documents are found. */
export type Drawer = {
  /** Writes what has changed with a document alone; `after` is undefined where the document is gone. */
  change(before: Filed, after: Filed | undefined): void
  /** For many at once. */
  stack(): Stack
}

/** Rows of many documents, written once all are there, in the order of the table's tree. */
export type Stack = {push(filed: Filed): void; write(): void; rows(): number}

type Table<Row> = {
  rowsOf(filed: Filed): Row[]
  /** What the table's tree is ordered by, as a text: another one for each row of a document, and for each change of it. */
  keyOf(row: Row): string
  add(row: Row): void
  remove(row: Row): void
}

export function openDrawer<Row>({rowsOf, keyOf, add, remove}: Table<Row>): Drawer {
  const keyed = (filed: Filed) => new Map(rowsOf(filed).map((row) => [keyOf(row), row]))

  function stack(): Stack {
    const rows: {key: string; row: Row}[] = []
    return {
      push(filed) {
        for (const row of rowsOf(filed)) rows.push({key: keyOf(row), row})
      },
      write() {
        rows.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
        for (const {row} of rows) add(row)
      },
      rows: () => rows.length,
    }
  }
  function change(before: Filed, after: Filed | undefined): void {
    const were = keyed(before)
    const are = after ? keyed(after) : new Map<string, Row>()
    for (const [key, row] of were) if (!are.has(key)) remove(row)
    for (const [key, row] of are) if (!were.has(key)) add(row)
  }

  return {change, stack}
}
