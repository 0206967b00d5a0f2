import { fileName } from '../../shared/documents/file-name';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { readTexts } from './objective-facts';

export const fillTemplate = trigger(requests.fillTemplate, {
  permit: ['HR', 'Executive'],
  async act({ id, objective: key }, asked) {
    const texts = await readTexts(key, asked);
    if (!texts.ok) return texts;
    const template = await asked.files.readTemplate(id);
    if (!template.ok) return template;
    // Loaded when it is needed: few requests fill a document, and every start would pay for it.
    const { fillDocument } = await import('../word/fill');
    const filled = await fillDocument(template.value.content, texts.value.values);
    if (!filled.ok) return filled;
    const { who, year } = texts.value.objective;
    const name = fileName([template.value.name.replace(/\.docx$/i, ''), who.name, year.replace('/', '-')], 'docx');
    const document = await asked.files.saveDocument(key, name, filled.value.bytes);
    const { filled: tags, empty, unused } = filled.value;
    return ok({ document: { ...document }, filled: [...tags], empty: [...empty], unused: [...unused] });
  },
});
