/** A text as the library's search compares it: small letters, accents off, whatever language the machine speaks. */
export function searchText(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The words of a search, each of which must occur. */
export function searchWords(search: string): string[] {
  return searchText(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
}
