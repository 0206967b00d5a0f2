import { fillValuesSchema } from '../../shared/documents/fill-values';
import { tags } from '../../shared/documents/tags';
import { tagsPage } from '../../shared/documents/tags-page';
import { meetingPlanSchema } from '../../shared/meetings/plan-schema';
import { meetingProblemSchema } from '../../shared/meetings/problem';
import { jsonSchema, openapi } from '../../shared/openapi';
import {
  someTriadWeightsSchema,
  triadHistorySchema,
  triadHubsSchema,
  triadsApartSchema,
} from '../../shared/triads/input-files';
import { triadPlanSchema } from '../../shared/triads/plan-schema';
import { triadProblemSchema } from '../../shared/triads/problem';
import { accessMatrix } from './access-matrix';
import { exampleProblem } from './example-problem';
import { exampleApart, exampleHistory, exampleHubs, exampleWeights } from './example-triads';

/** Where the described API stands in the reference; the served document names its own address. */
const exampleOrigin = 'https://our-academies.example';

/** Every generated page of shared/reference: file name → text. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    ['access-matrix.md', accessMatrix()],
    ['openapi.json', json(openapi(exampleOrigin))],
    ['meeting-problem.schema.json', json(schemaPage('A meeting problem', jsonSchema(meetingProblemSchema, 'input')))],
    ['meeting-plan.schema.json', json(schemaPage('A meeting plan', jsonSchema(meetingPlanSchema, 'output')))],
    ['meeting-problem.example.json', json(exampleProblem)],
    ['triad-problem.schema.json', json(schemaPage('A triad problem', jsonSchema(triadProblemSchema, 'input')))],
    ['triad-plan.schema.json', json(schemaPage('A plan of triads', jsonSchema(triadPlanSchema, 'output')))],
    [
      'triad-history.schema.json',
      json(schemaPage('Earlier rounds of triads', jsonSchema(triadHistorySchema, 'input'))),
    ],
    ['triad-history.example.json', json(exampleHistory)],
    ['triad-apart.schema.json', json(schemaPage('Pairs that stay apart', jsonSchema(triadsApartSchema, 'input')))],
    ['triad-apart.example.json', json(exampleApart)],
    ['triad-weights.schema.json', json(schemaPage('Weights of triads', jsonSchema(someTriadWeightsSchema, 'input')))],
    ['triad-weights.example.json', json(exampleWeights)],
    ['triad-hubs.schema.json', json(schemaPage('Hubs of triads', jsonSchema(triadHubsSchema, 'input')))],
    ['triad-hubs.example.json', json(exampleHubs)],
    ['fill-values.schema.json', json(schemaPage('Values for a template', jsonSchema(fillValuesSchema, 'input')))],
    ['fill-values.example.json', json(Object.fromEntries(tags.map(({ tag, example }) => [tag, example])))],
    ['tags.md', tagsPage()],
  ]);
}

function schemaPage(title: string, schema: object): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...schema };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
