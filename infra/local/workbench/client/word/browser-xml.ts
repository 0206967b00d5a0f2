import type { Xml } from '../../docx/word-package';

export const browserXml: Xml = {
  parse: (text) => new DOMParser().parseFromString(text, 'application/xml'),
  write: (document) => new XMLSerializer().serializeToString(document),
};
