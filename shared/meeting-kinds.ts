/** What a network meets for. */
export const meetingKinds = ['sharing', 'moderation', 'briefing'] as const;
