import { directoryOf } from '../../../functions/identity/directory';
import { textsOf } from '../../../functions/triggers/objective-facts';
import { type FilledDocument, fillDocument } from '../../../functions/word/fill';
import { fileName } from '../../../shared/documents/file-name';
import { fillValuesSchema } from '../../../shared/documents/fill-values';
import { parseWith } from '../../../shared/parse';
import { objective as objectiveKind } from '../../../shared/records/objective';
import { ok, type Result, refuse } from '../../../shared/result';
import type { Command, Report, Surroundings, Typed } from '../command';
import { connect, type Tenant } from '../connect';
import { readBytes, readJsonFile, writeBytes } from '../files';

export const fill: Command = {
  name: 'fill',
  takes: 'TEMPLATE.docx --values FILE.json --out FILE.docx, or --template NAME --objective KEY [--out FILE.docx]',
  says: "Fills a copy of a Word template by its content controls' tags: a file, or one of the trust's library.",
  options: {
    values: { type: 'string' },
    out: { type: 'string' },
    template: { type: 'string' },
    objective: { type: 'string' },
  },
  run: (typed, surroundings) =>
    typed.words.length > 0 ? fillFile(typed, surroundings) : fillFromLibrary(typed, surroundings),
};

async function fillFile(typed: Typed, surroundings: Surroundings): Promise<Result<Report>> {
  const [template = '', surplus] = typed.words;
  const values = typed.text('values');
  const out = typed.text('out');
  if (surplus !== undefined) return refuse('invalid', `Name one template; "${surplus}" is too much.`);
  if (values === undefined) return refuse('invalid', 'Name the values: --values FILE.json.');
  if (out === undefined) return refuse('invalid', 'Say where the filled document goes: --out FILE.docx.');
  const bytes = readBytes(template, surroundings);
  const texts = parseWith(
    fillValuesSchema,
    readJsonFile(values, surroundings),
    `"${values}" does not hold texts by tag.`,
  );
  if (!texts.ok) return texts;
  const filled = await fillDocument(bytes, texts.value);
  if (!filled.ok) return filled;
  writeBytes(out, filled.value.bytes, surroundings);
  return ok(tell(filled.value, `Written to ${out}.`, { file: out }));
}

async function fillFromLibrary(typed: Typed, surroundings: Surroundings): Promise<Result<Report>> {
  const name = typed.text('template');
  const key = typed.text('objective');
  if (name === undefined || key === undefined)
    return refuse('invalid', 'Name a TEMPLATE.docx with --values, or --template NAME and --objective KEY.');
  const { ports, clock } = await connect(surroundings);
  const found = await ports.records.get(objectiveKind, key);
  if (found === undefined) return refuse('not-found', `There is no objective with the key "${key}".`);
  const template = await findTemplate(name, ports.files);
  if (!template.ok) return template;
  const directory = directoryOf(ports.records, clock);
  const texts = await textsOf(found.record, { records: ports.records, directory });
  const filled = await fillDocument(template.value.content, texts);
  if (!filled.ok) return filled;
  const { who, year } = found.record;
  const out = typed.text('out');
  if (out !== undefined) {
    writeBytes(out, filled.value.bytes, surroundings);
    return ok(tell(filled.value, `Written to ${out}.`, { file: out }));
  }
  const wanted = fileName([template.value.name.replace(/\.docx$/i, ''), who.name, year.replace('/', '-')], 'docx');
  const document = await ports.files.saveDocument(key, wanted, filled.value.bytes);
  return ok(tell(filled.value, `Kept in the library as ${document.name}.`, { document }));
}

type Files = Tenant['ports']['files'];

async function findTemplate(name: string, files: Files): ReturnType<Files['readTemplate']> {
  const plain = (text: string) => text.toLowerCase().replace(/\.docx$/, '');
  const templates = await files.templates();
  const found = templates.find((one) => plain(one.name) === plain(name));
  if (found !== undefined) return files.readTemplate(found.id);
  const known = templates.map((one) => one.name).join(', ');
  return refuse(
    'not-found',
    known === ''
      ? 'The library has no templates. Put one into its folder Templates.'
      : `The library has no template "${name}". It has: ${known}.`,
  );
}

function tell({ filled, empty, unused }: FilledDocument, where: string, more: Record<string, unknown>): Report {
  const line = (what: string, tags: readonly string[]) => (tags.length === 0 ? [] : [`${what}: ${tags.join(', ')}`]);
  return {
    json: { filled, empty, unused, ...more },
    lines: [
      ...line('filled', filled),
      ...line('in the template without a value', empty),
      ...line('values without a place in the template', unused),
      where,
    ],
  };
}
