import { guidOf } from './chance';
import { mailsOf } from './mails';
import { libraryFiles } from './templates/library';
import type { DemonstrationTrust } from './trust';

/** Where the tenant keeps the trust: made by the supervisor, which writes them to `.local/endpoints.json`. */
export interface TenantPlaces {
  readonly apiClientId: string;
  readonly trustSiteId: string;
  readonly confidentialSiteId: string;
  readonly libraryDriveId: string;
  readonly organiserMailbox: string;
}

const timeZone = 'Europe/London';

/** What the embedded tenant is given: accounts, mailboxes, sites and files. No records: those the product keeps. */
export function tenantSeedOf(trust: DemonstrationTrust, places: TenantPlaces, today: string) {
  const academies = new Map(trust.academies.map(({ urn, name }) => [urn, name]));
  return {
    users: [
      ...trust.staff.map(({ id, name, email, roles, person }) => ({
        id,
        displayName: name,
        givenName: name.split(' ')[0] ?? name,
        surname: name.split(' ').slice(1).join(' '),
        userPrincipalName: email,
        jobTitle: person.post,
        department: academies.get(person.academy ?? '') ?? trust.name,
        appRoles: { [places.apiClientId]: [...roles] },
      })),
      organiser(places.organiserMailbox),
    ],
    sites: sitesOf(trust.name, places),
    files: libraryFiles().map(({ path, content }) => ({
      driveId: places.libraryDriveId,
      path,
      contentBase64: Buffer.from(content).toString('base64'),
    })),
    busy: trust.busy.map(({ mailbox, date, from, until, subject }) => ({
      mailbox,
      start: { dateTime: `${date}T${from}:00`, timeZone },
      end: { dateTime: `${date}T${until}:00`, timeZone },
      subject,
    })),
    messages: mailsOf(trust, today),
  };
}

function organiser(mailbox: string) {
  return {
    id: guidOf('organiser', mailbox),
    displayName: 'Our Academies meetings',
    userPrincipalName: mailbox,
    accountEnabled: false,
  };
}

function sitesOf(trustName: string, { trustSiteId, confidentialSiteId, libraryDriveId }: TenantPlaces) {
  return [
    {
      id: trustSiteId,
      displayName: trustName,
      name: 'our-academies',
      drive: { id: libraryDriveId, name: 'Documents' },
    },
    {
      id: confidentialSiteId,
      displayName: `${trustName}, confidential`,
      name: 'our-academies-confidential',
      drive: { id: `b!${guidOf('drive', confidentialSiteId)}`, name: 'Documents' },
    },
  ];
}
