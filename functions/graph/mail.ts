import type { Mail } from '../ports';
import { type Graph, placeOfMailbox } from './call';
import { oneLine, toHtml } from './html';

/** https://learn.microsoft.com/graph/api/user-sendmail. A mail is never sent twice for want of an answer. */
export function openMail(graph: Graph, sender: string): Mail {
  return {
    async send({ to, subject, paragraphs, link }) {
      await graph.ask({
        method: 'POST',
        path: `/users/${encodeURIComponent(sender)}/sendMail`,
        needs: 'send mail',
        place: placeOfMailbox(sender),
        body: {
          message: {
            subject: oneLine(subject),
            body: { contentType: 'html', content: toHtml(paragraphs, link) },
            toRecipients: to.map(({ name, email }) => ({ emailAddress: { name: oneLine(name), address: email } })),
          },
          saveToSentItems: true,
        },
      });
    },
  };
}
