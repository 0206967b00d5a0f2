/** A document without a host: Word writes it, the panel and tests read it. */
export type Block =
  | { readonly block: 'heading'; readonly text: string }
  | { readonly block: 'text'; readonly text: string }
  | {
      readonly block: 'table';
      /** Widths are shares of the page. */
      readonly columns: readonly { readonly name: string; readonly width: number }[];
      readonly rows: readonly (readonly string[])[];
    };

export interface BlockDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
}
