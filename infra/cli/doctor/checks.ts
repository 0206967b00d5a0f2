import { placeOfSite } from '../../../functions/graph/call';
import { provision } from '../../../functions/graph/provision';
import { allOf } from '../../../functions/identity/directory';
import { counted } from '../../../shared/meetings/counted';
import { academy } from '../../../shared/records/academy';
import { person } from '../../../shared/records/person';
import { inLondon } from '../../../shared/time/british-date';
import type { Tenant } from '../connect';
import type { Check } from './finding';
import { probeLists } from './probe-lists';

/** From the ground up: each stands on those before it. */
export function checksOf({ probe }: { readonly probe: boolean }): readonly Check[] {
  return [sites, lists, ...(probe ? [views] : []), mailbox, library, academies, people];
}

function well(sentence: string) {
  return { isWell: true, sentence } as const;
}

function missing(sentence: string, mend: string) {
  return { isWell: false, sentence, mend } as const;
}

async function readSite(tenant: Tenant, id: string): Promise<void> {
  await tenant.graph.ask({
    method: 'GET',
    path: `/sites/${id}?$select=id`,
    needs: 'read lists',
    place: placeOfSite(id),
  });
}

const sites: Check = {
  name: 'sites',
  mend: 'grant the app the role "write" on both sites (Sites.Selected), and check TRUST_SITE_ID and CONFIDENTIAL_SITE_ID',
  isGround: true,
  async look(tenant) {
    await readSite(tenant, tenant.config.trustSiteId);
    await readSite(tenant, tenant.config.confidentialSiteId);
    return tenant.config.trustSiteId === tenant.config.confidentialSiteId
      ? missing(
          'Both sites are one: findings and objectives must lie in a site that only the app can open.',
          'set CONFIDENTIAL_SITE_ID to a site of its own',
        )
      : well("The trust's site and the confidential site can be read.");
  },
};

const lists: Check = {
  name: 'lists and columns',
  mend: 'our-academies provision',
  isGround: true,
  async look({ provisioner, config }) {
    const wanted = { trust: config.trustSiteId, confidential: config.confidentialSiteId };
    const { steps, drift, lists: count } = await provision(provisioner, wanted, { whatIf: true });
    if (steps.length > 0)
      return missing(
        `${counted(steps.length, 'list, column or index', 'lists, columns or indexes')} ${steps.length === 1 ? 'is' : 'are'} missing.`,
        'our-academies provision',
      );
    return drift.length > 0
      ? missing(drift.join(' '), 'correct these columns by hand, then our-academies provision')
      : well(`All ${count} lists have their columns and indexes.`);
  },
};

const views: Check = {
  name: 'default views',
  mend: 'our-academies provision',
  async look(tenant) {
    const hidden = await probeLists(tenant);
    return hidden.length === 0
      ? well('Every list shows an item that was put into it, and it was removed again.')
      : missing(
          `These lists hide items, as their default view has a filter: ${hidden.join(', ')}.`,
          'take the filter off the default view of these lists, in SharePoint under List settings, Views',
        );
  },
};

const mailbox: Check = {
  name: 'organiser mailbox',
  mend: 'make the shared mailbox of ORGANISER_MAILBOX, and grant the app Calendars.ReadWrite for it in Exchange',
  async look({ ports, config, clock }) {
    const { date } = inLondon(clock.now().toISOString());
    await ports.calendar.eventsBetween(config.organiserMailbox, date, date);
    return well('Its calendar can be read.');
  },
};

const library: Check = {
  name: 'library',
  mend: 'check LIBRARY_DRIVE_ID',
  async look({ ports }) {
    const templates = await ports.files.templates();
    return templates.length > 0
      ? well(`It holds ${counted(templates.length, 'Word template')}.`)
      : missing('It holds no Word template.', 'put a .docx template into the folder Templates of the library');
  },
};

const academies: Check = {
  name: 'academies',
  mend: 'our-academies provision',
  async look({ ports }) {
    const { length } = await allOf(ports.records.each(academy));
    return length > 0
      ? well(`${length} ${length === 1 ? 'is' : 'are'} known.`)
      : missing('None is known.', 'our-academies import academies FILE.csv --trust NAME');
  },
};

const people: Check = {
  name: 'people',
  mend: 'our-academies provision',
  async look({ ports }) {
    const { length } = await allOf(ports.records.each(person));
    return length > 0
      ? well(`${length} ${length === 1 ? 'is' : 'are'} known.`)
      : missing('None is known.', 'our-academies import people FILE.csv');
  },
};
