/** Word refuses with one of its own codes. */
export class WordRefusal extends Error {
  override readonly name = 'WordRefusal';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function refused(code: string, message: string): WordRefusal {
  return new WordRefusal(code, message);
}
