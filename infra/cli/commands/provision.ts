import { provision, tellProvision } from '../../../functions/graph/provision';
import { ok } from '../../../shared/result';
import type { Command } from '../command';
import { connect } from '../connect';

export const provisionLists: Command = {
  name: 'provision',
  takes: '[--what-if]',
  says: 'Makes the lists, columns and indexes that are missing. Safe to repeat; --what-if only tells.',
  options: { 'what-if': { type: 'boolean' } },
  async run(typed, surroundings) {
    const { provisioner, config } = await connect(surroundings);
    surroundings.progress('Looking at the lists …');
    const sites = { trust: config.trustSiteId, confidential: config.confidentialSiteId };
    const report = await provision(provisioner, sites, { whatIf: typed.flag('what-if') });
    return ok({ json: { ...report }, lines: tellProvision(report) });
  },
};
