/**
 * The entry: tells Fluent the page's nonce before any of Fluent is loaded, because later is too late. Hence the import
 * below is a dynamic one: with code splitting a static import may run first.
 */
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
Object.assign(window, { FabricConfig: { fontBaseUrl: '', mergeStyles: { cspSettings: { nonce } } } });

void import('./start').then(({ startPanel }) => startPanel());

export {};
