/** Where Lit's lists go instead of the global object. */
export const litShared = {};
