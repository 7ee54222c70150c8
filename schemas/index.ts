import {article} from './article.ts'
import {body} from './body.ts'
import {importRecord} from './importRecord.ts'
import {importRun} from './importRun.ts'
import {relatedLink} from './relatedLink.ts'
import {section} from './section.ts'

/** Every type of the content model, as Studio, the validator and TypeGen take them. */
export const schemaTypes = [article, section, relatedLink, body, importRecord, importRun]
