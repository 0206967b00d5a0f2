/** A columnDefinition of the contract, as far as it is known here. */
export interface Column {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly required: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly columnGroup: string;
  readonly defaultValue?: { readonly value?: string } | null;
  readonly text?: { readonly allowMultipleLines?: boolean; readonly maxLength?: number; readonly textType?: string };
  readonly choice?: {
    readonly choices?: readonly string[];
    readonly displayAs?: string;
    readonly allowTextEntry?: boolean;
  };
  readonly number?: { readonly minimum?: number; readonly maximum?: number };
  readonly boolean?: object;
  readonly dateTime?: { readonly format?: string };
}

export const isMultiChoice = (column: Column): boolean => column.choice?.displayAs === 'checkBoxes';
