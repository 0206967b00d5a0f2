import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { referencePages } from './pages';

/** Writes shared/reference anew. Run by `npm run reference`, from the top of the project. */
const folder = path.join(process.cwd(), 'shared', 'reference');
mkdirSync(folder, { recursive: true });
for (const [name, text] of referencePages()) writeFileSync(path.join(folder, name), text);
console.info(`Wrote ${[...referencePages().keys()].join(', ')} to shared/reference.`);
