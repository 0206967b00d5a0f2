import { objective } from '../../shared/records/objective';
import { requests } from '../../shared/requests';
import { ok, refuse } from '../../shared/result';
import { trigger } from '../request';
import { readable } from './records';

/** Whoever may read the objective may read the document that was filled with it. */
export const readDocument = trigger(requests.readDocument, {
  permit: 'everyone signed in',
  async act({ id }, asked) {
    const found = await asked.files.readDocument(id);
    if (!found.ok) return found.problem.code === 'not-found' ? notHere() : found;
    const about = await readable(objective, found.value.about, asked);
    if (!about.ok) return notHere();
    const { name, content } = found.value;
    return ok({ name, file: Buffer.from(content).toString('base64') });
  },
});

function notHere(): ReturnType<typeof refuse> {
  return refuse('not-found', 'This document is not here, or not for you to see.');
}
