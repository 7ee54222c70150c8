/**
 * All rules, in order of precedence: the first that matches names the line.
 */
import {address} from './address.ts'
import {ago} from './ago.ts'
import {breadcrumb} from './breadcrumb.ts'
import {byline} from './byline.ts'
import {caption} from './caption.ts'
import {counter} from './counter.ts'
import {date} from './date.ts'
import {endHeading} from './endHeading.ts'
import {endLine} from './endLine.ts'
import {feedLine} from './feedLine.ts'
import {fileName} from './fileName.ts'
import {furniture} from './furniture.ts'
import {heading} from './heading.ts'
import {listItem} from './listItem.ts'
import {noWords} from './noWords.ts'
import {quote} from './quote.ts'
import {readMore} from './readMore.ts'
import {relatedHeading} from './relatedHeading.ts'
import type {Rule} from './rule.ts'

export const rules: readonly Rule[] = [
  counter,
  heading,
  quote,
  fileName,
  address,
  noWords,
  relatedHeading,
  endHeading,
  furniture,
  byline,
  date,
  ago,
  readMore,
  caption,
  endLine,
  breadcrumb,
  listItem,
  feedLine,
]
