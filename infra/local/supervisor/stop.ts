/** A stop that the person at the keyboard can do something about: one sentence, no stack. */
export class Stop extends Error {}
