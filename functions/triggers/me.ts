import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';

export const me = trigger(requests.me, {
  permit: 'everyone signed in',
  async act(_input, { caller, directory }) {
    const [trust, academies] = await Promise.all([directory.trust(), directory.academies()]);
    const { id, name, email, roles, academy: urn } = caller;
    const academy = urn === undefined ? undefined : { urn, name: academies.get(urn)?.name ?? urn };
    return ok({ id, name, email, roles: [...roles], academy, trust: { name: trust?.record.name ?? 'Our Academies' } });
  },
});
