import {assetDeliveryRoutes} from './assetDelivery.ts'
import {assetUploadRoutes} from './assetUpload.ts'
import type {Route} from './context.ts'
import {copyRoutes} from './copy.ts'
import {documentRoutes} from './doc.ts'
import {exportRoutes} from './export.ts'
import {historyRoutes} from './history.ts'
import {listenRoutes} from './listen.ts'
import {liveRoutes} from './live.ts'
import {projectRoutes} from './projects.ts'
import {queryRoutes} from './query.ts'
import {robotRoutes} from './robots.ts'
import {schemaRoutes} from './schemas.ts'
import {smallRoutes} from './small.ts'
import {userRoutes} from './users.ts'
import {writeRoutes} from './write.ts'

/** Every route of the API, each behind `/v…`. */
export const routes: Route[] = [
  ...queryRoutes,
  ...writeRoutes,
  ...documentRoutes,
  ...historyRoutes,
  ...exportRoutes,
  ...assetUploadRoutes,
  ...listenRoutes,
  ...liveRoutes,
  ...userRoutes,
  ...copyRoutes,
  ...schemaRoutes,
  ...robotRoutes,
  ...projectRoutes,
  ...smallRoutes,
]

/** Where assets are fetched from, without a version before it. */
export const unversionedRoutes: Route[] = assetDeliveryRoutes
