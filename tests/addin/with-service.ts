import type { Me } from '../../addin/panel-context';
import type { Role } from '../../shared/caller';
import type { PersonReference } from '../../shared/field';
import type { RequestName } from '../../shared/requests';
import { ok, type Problem, type Result, refuse } from '../../shared/result';
import type { service } from '../functions/service';

type Rig = Pick<ReturnType<typeof service>, 'call'>;

/** Screens on the product's own triggers: what the panel asks, the API answers. */
export function askingAs(rig: Rig, who: PersonReference) {
  return async (request: string, input: Readonly<Record<string, unknown>>): Promise<Result<unknown>> => {
    const { status, body } = await rig.call(request as RequestName, who, input);
    if (status < 300) return ok(body);
    const { code, detail, fields, current } = body as {
      code?: Problem['code'];
      detail: string;
      fields?: NonNullable<Problem['fields']>;
      current?: unknown;
    };
    return refuse(code ?? 'busy', detail, {
      ...(fields === undefined ? {} : { fields }),
      ...(current === undefined ? {} : { current }),
    });
  };
}

export function meAs(who: PersonReference, roles: readonly Role[], academy?: Me['academy']): Me {
  return {
    id: who.id,
    name: who.name,
    email: `${who.name.toLowerCase().replace(' ', '.')}@trust.example`,
    roles: [...roles],
    trust: { name: 'Larkrise Trust' },
    ...(academy === undefined ? {} : { academy }),
  };
}
