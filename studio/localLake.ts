/** How the local lake is addressed; its server keeps to the same names. */
export const localLake = {projectId: 'local', dataset: 'production'} as const
