const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const ZERO_DIGIT = 48;

/** Digits after the point without the zeros at their end, in one pass: a pattern anchored at the end would try every zero of a long run. */
function withoutEndZeros(fraction: string): string {
  let end = fraction.length;
  while (end > 0 && fraction.charCodeAt(end - 1) === ZERO_DIGIT) end -= 1;
  return fraction.slice(0, end);
}

/**
 * The canonical text of a plain decimal number: no plus, no leading zeros, no zeros at the end of the fraction, no "-0".
 * Text that is not a plain decimal number comes back unchanged, so that the schema can say what it read.
 */
export function canonicalText(written: string): string {
  const parts = PLAIN.exec(written.trim());
  if (parts === null) return written;
  const whole = (parts[2] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = withoutEndZeros(parts[3] ?? '');
  const size = fraction === '' ? whole : `${whole}.${fraction}`;
  return parts[1] === '-' && size !== '0' ? `-${size}` : size;
}
