import type { HttpResponseInit } from '@azure/functions';
import { openapi } from '../../shared/openapi';
import { apiHeaders } from '../answer';
import type { Config } from '../config';

let text: string | undefined;

/** The description of the API: for everybody, since it says nothing about anybody. */
export function openapiPage({ publicOrigin }: Config): HttpResponseInit {
  text ??= JSON.stringify(openapi(publicOrigin));
  return { status: 200, headers: { ...apiHeaders, 'Content-Type': 'application/json; charset=utf-8' }, body: text };
}
