/** The sections with the names by which copy calls them: what the importer's `sections` takes. */
export const sectionsQuery =
  '*[_type == "section" && !(_id in path("drafts.**"))]{_id, title, aliases}'
