/** What a `$filter` can say here. A path is written as in the text: `fields/Status`, `start/dateTime`. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'compare'; readonly path: string; readonly operator: Operator; readonly value: Literal }
  | {
      readonly kind: 'call';
      readonly name: 'startswith' | 'endswith' | 'contains';
      readonly path: string;
      readonly value: string;
    }
  | { readonly kind: 'in'; readonly path: string; readonly values: readonly Literal[] }
  | { readonly kind: 'any'; readonly path: string; readonly variable: string; readonly of: Expression };

export type Operator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge';
export type Literal = string | number | boolean | null;
