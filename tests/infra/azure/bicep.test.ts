import { readConfig } from '../../../functions/config';
import { roles } from '../../../shared/caller';
import { type BicepFile, nameOf, nodesOf, parserOfBicep, readBicepFiles, readText } from './bicep-files';

/** Versions that Microsoft has released, as read in November 2026. A newer one is added here by hand. */
const apiVersions: Readonly<Record<string, string>> = {
  'Microsoft.Resources/resourceGroups': '2024-03-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities': '2023-01-31',
  'Microsoft.Authorization/roleAssignments': '2022-04-01',
  'Microsoft.Storage/storageAccounts': '2023-05-01',
  'Microsoft.Storage/storageAccounts/blobServices': '2023-05-01',
  'Microsoft.Storage/storageAccounts/blobServices/containers': '2023-05-01',
  'Microsoft.Storage/storageAccounts/queueServices': '2023-05-01',
  'Microsoft.Storage/storageAccounts/queueServices/queues': '2023-05-01',
  'Microsoft.OperationalInsights/workspaces': '2023-09-01',
  'Microsoft.Insights/components': '2020-02-02',
  'Microsoft.Web/serverfarms': '2024-04-01',
  'Microsoft.Web/sites': '2024-04-01',
  config: '2024-04-01',
  basicPublishingCredentialsPolicies: '2024-04-01',
  'Microsoft.Graph/applications': 'v1.0',
  'Microsoft.Graph/servicePrincipals': 'v1.0',
  federatedIdentityCredentials: 'v1.0',
};

let files: readonly BicepFile[];
const file = (name: string): BicepFile => {
  const found = files.find((one) => one.name === name);
  if (found === undefined) throw new Error(`infra/azure/${name} is missing`);
  return found;
};

beforeAll(async () => {
  files = await readBicepFiles();
});

describe('the Bicep files', () => {
  test('are parsed without an error', () => {
    expect(files.filter(({ root }) => root.hasError).map(({ name }) => name)).toEqual([]);
    expect(files).toHaveLength(6);
  });

  test('would be refused when broken', async () => {
    const parse = await parserOfBicep();
    expect(parse(file('main.bicep').text.replace('params: {', 'params: [')).hasError).toBe(true);
  });

  test('use released API versions only', () => {
    const used = files.flatMap(({ root }) =>
      nodesOf(root, 'resource_declaration').map((one) => /'([^'@]+)@([^']+)'/.exec(one.text)?.slice(1, 3)),
    );
    const unknown = used.filter((pair) => pair === undefined || apiVersions[String(pair[0])] !== pair[1]);
    expect(unknown).toEqual([]);
    expect(used.length).toBeGreaterThan(15);
  });

  test('put no key, secret or password anywhere', () => {
    const suspicious = /listKeys|listSecrets|listConnectionStrings|@secure|AccountKey|clientSecret|passwordCredentials/;
    expect(files.filter(({ text }) => suspicious.test(text)).map(({ name }) => name)).toEqual([]);
  });

  test('put no key, secret, password or connection string into an output', () => {
    const outputs = files.flatMap(({ root }) => nodesOf(root, 'output_declaration').map((one) => one.text));
    expect(outputs.filter((text) => /key|secret|password|connection/i.test(text))).toEqual([]);
    expect(outputs.length).toBeGreaterThan(8);
  });

  test('give every module exactly the parameters that it declares', () => {
    const modules = nodesOf(file('main.bicep').root, 'module_declaration');
    const differences = modules.flatMap((module) => {
      const target = /'(app\/[^']+)'/.exec(module.text)?.[1] ?? '';
      const declared = nodesOf(file(target).root, 'parameter_declaration').map(nameOf);
      const given = [...(/params: \{\n([\s\S]*)/.exec(module.text)?.[1] ?? '').matchAll(/^ {4}(\w+):/gm)].map(
        (match) => match[1],
      );
      return declared.sort().join() === given.sort().join() ? [] : [{ target, declared, given }];
    });
    expect(differences).toEqual([]);
    expect(modules).toHaveLength(5);
  });

  test('take from azd exactly the parameters of main.bicep', () => {
    const { parameters } = JSON.parse(readText('main.parameters.json')) as { parameters: Record<string, unknown> };
    expect(Object.keys(parameters).sort()).toEqual(
      nodesOf(file('main.bicep').root, 'parameter_declaration').map(nameOf).sort(),
    );
  });
});

describe('the function app', () => {
  const appText = (): string => file('app/function-app.bicep').text;

  test('runs Node 24 with one instance always ready for HTTP', () => {
    expect(appText()).toMatch(/runtime: \{\s+name: 'node'\s+version: '24'/);
    expect(appText()).toMatch(/alwaysReady: \[\s+\{\s+name: 'http'\s+instanceCount: 1\s/);
  });

  test('reaches its storage and telemetry by its own identity', () => {
    expect(appText()).toContain("type: 'UserAssigned'");
    expect(appText()).toContain("AzureWebJobsStorage__credential: 'managedidentity'");
    expect(appText()).toContain('Authorization=AAD');
    expect(file('app/storage.bicep').text).toContain('allowSharedKeyAccess: false');
    expect(file('app/monitoring.bicep').text).toContain('DisableLocalAuth: true');
  });

  test('sets nothing that Flex Consumption refuses', () => {
    const refused = /FUNCTIONS_WORKER_RUNTIME|FUNCTIONS_EXTENSION_VERSION|WEBSITE_RUN_FROM_PACKAGE|linuxFxVersion/;
    expect(appText()).not.toMatch(refused);
  });

  test('is found by azd under the name of its service', () => {
    expect(readText('azure.yaml')).toMatch(/services:\n {2}api:\n/);
    expect(file('main.bicep').text).toContain("'azd-service-name': 'api'");
  });
});

describe('the settings', () => {
  test('are enough for functions/config.ts, on Azure', () => {
    const text = file('main.bicep').text;
    const block = /productSettings: \{([\s\S]*?)\n {4}\}/.exec(text)?.[1] ?? '';
    const names = [...block.matchAll(/^ {6}([A-Z_]+):/gm)].map((match) => match[1] ?? '');
    const guid = '00000000-0000-4000-8000-000000000000';
    const example = (name: string): string => {
      if (/_CLIENT_ID$|^TENANT_ID$/.test(name)) return guid;
      if (name === 'ORGANISER_MAILBOX') return 'meetings@trust.example';
      return /_ORIGIN$|^AUTHORITY$|^ISSUER$|_URI$|_URL$/.test(name) ? 'https://trust.example' : 'an-id';
    };
    const environment = {
      WEBSITE_INSTANCE_ID: 'one',
      ...Object.fromEntries(names.map((name) => [name, example(name)])),
    };
    expect(readConfig(environment).credential).toEqual({ by: 'managed identity', clientId: guid });
    for (const name of names) expect(() => readConfig({ ...environment, [name]: undefined })).toThrow(name);
  });
});

describe('the registrations', () => {
  test('declare the roles of shared/caller.ts, in its order', () => {
    const declared = [...file('app/registrations.bicep').text.matchAll(/\{ value: '(\w+)'/g)].map((match) => match[1]);
    expect(declared).toEqual([...roles]);
  });

  test('sign the API in by federated credential and ask for no calendar in Entra', () => {
    const { text } = file('app/registrations.bicep');
    expect(text).toContain("audiences: ['api://AzureADTokenExchange']");
    expect(text).toContain('subject: identityPrincipalId');
    expect(text).toContain('appRoleAssignmentRequired: true');
    expect(text).not.toContain('ef54d2bf-783f-4e0f-bca1-3210c0444d99'); // Calendars.ReadWrite
  });
});
