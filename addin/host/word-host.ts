import { officeLook, officeSignsIn, openOfficeWindow } from './office-look';
import type { HostPort } from './port';
import { wordDocument } from './word';

async function loginHint(): Promise<string | undefined> {
  if (Office.auth?.getAuthContext === undefined) return undefined;
  try {
    return (await Office.auth.getAuthContext()).userPrincipalName;
  } catch {
    // A hint alone: without it the person chooses an account.
    return undefined;
  }
}

export function wordHost(): HostPort {
  return {
    name: 'Word',
    look: officeLook(),
    cornerTaken: true,
    signsIn: officeSignsIn(),
    loginHint,
    document: wordDocument(),
    openWindow: openOfficeWindow,
  };
}
