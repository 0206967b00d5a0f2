import { fillValuesSchema } from '../../shared/documents/fill-values';
import { tags } from '../../shared/documents/tags';
import { tagsPage } from '../../shared/documents/tags-page';
import { meetingPlanSchema, meetingProblemSchema } from '../../shared/meetings/problem';
import { jsonSchema, openapi } from '../../shared/openapi';
import { accessMatrix } from './access-matrix';
import { exampleProblem } from './example-problem';

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
