import { createHash } from 'node:crypto';

const ourProperties = 'String {6f1d1c5e-3b53-4c55-9a43-0a7d1c0e5a11} Name';

/** The stamp is the business key `{kind}:{key}:{generation}`; the digest tells what the event was last asked to say. */
export const stampProperty = `${ourProperties} OurAcademies`;
export const digestProperty = `${ourProperties} OurAcademiesDigest`;

/**
 * Outlook makes one event for one transaction id, however often it is asked: so it follows from the stamp.
 * https://learn.microsoft.com/graph/api/resources/event
 */
export function transactionIdOf(stamp: string): string {
  const hex = createHash('sha256').update(`our-academies/${stamp}`).digest('hex');
  // A UUID of version 8: its content is ours to choose.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Asks for both properties with an event. */
export const expandStamp = `$expand=${encodeURIComponent(
  `singleValueExtendedProperties($filter=id eq '${stampProperty}' or id eq '${digestProperty}')`,
)}`;

export function filterStamp(stamp: string): string {
  const value = stamp.replaceAll("'", "''");
  return `$filter=${encodeURIComponent(
    `singleValueExtendedProperties/Any(ep: ep/id eq '${stampProperty}' and ep/value eq '${value}')`,
  )}`;
}
