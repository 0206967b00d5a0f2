/** The year groups of a primary academy, in order. People teach them, and networks are for them. */
export const yearGroups = ['Nursery', 'Reception', 'Year 1', 'Year 2', 'Year 3', 'Year 4', 'Year 5', 'Year 6'] as const;
