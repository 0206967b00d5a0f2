/** What Graph calls itself, also in its next-links; the last step of the middleware knows where it is. */
export const graphOrigin = 'https://graph.microsoft.com';
