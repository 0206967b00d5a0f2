/** `%NAME%` in a schedule or a queue's name stands for an app setting. */
export function replaceSettings(text: string, environment: NodeJS.ProcessEnv): string {
  return text.replace(/%([A-Za-z0-9_]+)%/g, (_whole, name: string) => {
    const value = environment[name];
    if (value === undefined) throw new Error(`"${text}" names the setting ${name}, which is not there.`);
    return value;
  });
}
