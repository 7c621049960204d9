const LINES = 4000;

/** A content of which every line says which save it belongs to, so that a mixture or a part of one is seen. */
export function contentOf(number: number): string {
  return `${Array.from({ length: LINES }, (_, line) => `save ${String(number)} line ${String(line)}`).join('\n')}\nend ${String(number)}\n`;
}

/** The number of the save that a text is the whole content of; nothing where it is the content of none. */
export function numberOf(text: string): number | undefined {
  const number = Number(/^save (\d+) /.exec(text)?.[1] ?? 'none');
  return text === contentOf(number) ? number : undefined;
}
