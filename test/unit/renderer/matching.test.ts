import { expect, test } from 'vitest';
import { holdsWords, piecesOf } from '../../../renderer/components/matching.ts';

test.each([
  { text: 'Hub slips eighteen months', typed: 'SLIP hub', holds: true },
  { text: 'Hub slips eighteen months', typed: 'slip capital', holds: false },
  { text: 'Plan für Łódź, Áras', typed: 'aras fur', holds: true },
  { text: 'Plan', typed: 'plán', holds: true },
  { text: 'Anything', typed: '   ', holds: true },
])('"$typed" in "$text": $holds', ({ text, typed, holds }) => {
  expect(holdsWords(text, typed)).toBe(holds);
});

const marked = (label: string, typed: string): string =>
  piecesOf(label, typed)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');

test('the words typed are marked where they first stand, and the label stays whole', () => {
  expect(marked('Light theme', 'theme li')).toBe('[Li]ght [theme]');
  expect(marked('Hub slips', 'hub slips')).toBe('[Hub] [slips]');
  expect(marked('Hub slips', 'ubs')).toBe('Hub slips');
  expect(marked('Board', '')).toBe('Board');
});

test('marks stand where the accents are, and a label that is longer with them is left whole', () => {
  expect(marked('Cafés', 'es')).toBe('Caf[és]');
  expect(marked('Cafe\u0301s', 'caf')).toBe('Cafe\u0301s');
  expect(marked('👩 Nurses', 'nurses')).toBe('👩 [Nurses]');
});
