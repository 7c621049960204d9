const MARKS = /\p{M}/gu;

function plain(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** The words somebody typed, without accents and capitals. */
export function wordsOf(typed: string): readonly string[] {
  return plain(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Whether every word typed stands somewhere in what is said of a thing, whatever its accents and capitals. Nothing typed matches everything. */
export function holdsWords(text: string, typed: string): boolean {
  const said = plain(text);
  return wordsOf(typed).every((word) => said.includes(word));
}

export type Piece = { readonly text: string; readonly isMatch: boolean };

/** A label cut into pieces, so that the words typed can be marked in it. A label that is not as long without its accents is left whole. */
export function piecesOf(label: string, typed: string): readonly Piece[] {
  const said = plain(label);
  const words = wordsOf(typed);
  if (words.length === 0 || said.length !== label.length) return [{ text: label, isMatch: false }];
  const marked = new Set(words.flatMap((word) => placesOf(said, word)));
  const pieces: Piece[] = [];
  for (const [index, character] of label.split('').entries()) {
    const isMatch = marked.has(index);
    const last = pieces.at(-1);
    if (last?.isMatch === isMatch) pieces[pieces.length - 1] = { text: last.text + character, isMatch };
    else pieces.push({ text: character, isMatch });
  }
  return pieces;
}

/** Positions of the characters of the first occurrence of a word. */
function placesOf(said: string, word: string): readonly number[] {
  const from = said.indexOf(word);
  return from < 0 ? [] : word.split('').map((_, index) => from + index);
}
