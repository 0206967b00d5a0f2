declare const brand: unique symbol;

/** A value that was checked once, in the one function that mints it. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
