const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * The canonical text of a plain decimal number: no plus, no leading zeros, no zeros at the end of the fraction, no "-0".
 * Text that is not a plain decimal number comes back unchanged, so that the schema can say what it read.
 */
export function canonicalText(written: string): string {
  const parts = PLAIN.exec(written.trim());
  if (parts === null) return written;
  const whole = (parts[2] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = (parts[3] ?? '').replace(/0+$/, '');
  const size = fraction === '' ? whole : `${whole}.${fraction}`;
  return parts[1] === '-' && size !== '0' ? `-${size}` : size;
}
