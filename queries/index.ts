/**
 * What sites ask: one query a page. Run them with the perspective `published` (or `drafts`, to preview).
 */
export {articleQuery} from './article.ts'
export {feedQuery} from './feed.ts'
export {frontPageQuery} from './frontPage.ts'
export {navigationQuery} from './navigation.ts'
export {redirectQuery} from './redirect.ts'
export type * from './results.generated.ts'
export {searchByMatchQuery, searchQuery} from './search.ts'
export {type Cursor, firstPage, sectionPageSize, sectionQuery} from './section.ts'
export {sitemapEndQuery, sitemapQuery, sitemapSize} from './sitemap.ts'
