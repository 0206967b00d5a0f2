/** The words that Office.js uses, as it has them at run time: texts, though its types call them enumerations. */
export const HostType = { Word: 'Word', Outlook: 'Outlook', Excel: 'Excel', PowerPoint: 'PowerPoint' } as const;
export const PlatformType = { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac' } as const;
export const AsyncResultStatus = { Succeeded: 'succeeded', Failed: 'failed' } as const;
export const CoercionType = { Text: 'text', Html: 'html' } as const;
export const EventType = {
  ItemChanged: 'olkItemSelectedChanged',
  OfficeThemeChanged: 'officeThemeChanged',
} as const;
export const MailboxEnums = {
  ItemType: { Appointment: 'appointment', Message: 'message' },
  ResponseType: {
    None: 'none',
    Organizer: 'organizer',
    Tentative: 'tentative',
    Accepted: 'accepted',
    Declined: 'declined',
  },
  RecipientType: { User: 'user', Other: 'other' },
} as const;
export const InsertLocation = {
  before: 'Before',
  after: 'After',
  start: 'Start',
  end: 'End',
  replace: 'Replace',
} as const;
