import { meeting } from '../../shared/records/meeting';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { readableFor } from './records';

/** Whoever may share files of a meeting chooses among those that the trust keeps for meetings. */
export const meetingFiles = trigger(requests.meetingFiles, {
  permit: 'everyone signed in',
  async act({ key, folder }, asked) {
    const held = await readableFor('update', meeting, key, asked);
    if (!held.ok) return held;
    const found = await asked.files.meetingFiles(folder);
    if (!found.ok) return found;
    const { folders, files } = found.value;
    return ok({ folders: folders.map((one) => ({ ...one })), files: files.map((one) => ({ ...one })) });
  },
});
