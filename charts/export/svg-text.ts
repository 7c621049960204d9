/** What a drawing is made of. Whatever else a page put there (scripts, styles, foreign elements, handlers) is left out. */
const ELEMENTS = new Set(['g', 'rect', 'line', 'path', 'polygon', 'polyline', 'circle', 'text', 'tspan', 'title']);
const ATTRIBUTES = new Set([
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'd',
  'points',
  'dx',
  'dy',
  'width',
  'height',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'text-anchor',
  'font-family',
  'font-size',
  'font-weight',
  'transform',
]);
/** Attributes that only say something on some elements: Recharts writes them on all. */
const MEANINGLESS: Readonly<Record<string, ReadonlySet<string>>> = {
  line: new Set(['x', 'y', 'width', 'height', 'fill']),
  path: new Set(['x', 'y', 'width', 'height', 'r', 'cx', 'cy']),
  circle: new Set(['width', 'height', 'x', 'y']),
  g: new Set(['x', 'y', 'width', 'height']),
};
/** An element as far as it is read here: a browser's, or that of a page without one. */
export type Drawn = {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string | null }>;
  readonly children: Iterable<Drawn>;
};

/** Characters that XML does not allow at all. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const NUMBER = /-?\d*\.\d+(?:e-?\d+)?/g;
const PLACES = 2;
const THOUSAND = 1000;

/** What turns the writing direction of all that follows. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text as it may stand between tags or in an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll(NOT_XML, ' ')
    .replaceAll(TURNS, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * A hundredth of a pixel is finer than any print. One build of the drawing library writes thousandths and another every digit, so both are brought to thousandths
 * first: else a number that ends in half a hundredth would come out one way here and another way there.
 */
function rounded(value: string): string {
  return value.replaceAll(NUMBER, (written) => {
    const thousandths = Math.round(Number(written) * THOUSAND) / THOUSAND;
    return String(Number(thousandths.toFixed(PLACES)));
  });
}

function attributesOf(element: Drawn, name: string): string {
  return [...element.attributes]
    .filter((attribute) => ATTRIBUTES.has(attribute.name) && MEANINGLESS[name]?.has(attribute.name) !== true)
    .map((attribute) => ` ${attribute.name}="${escaped(rounded(attribute.value ?? ''))}"`)
    .join('');
}

/** The children of an element as SVG text, one mark a line. Groups that say nothing are left out and their content stays. */
export function svgContent(element: Drawn): string {
  return [...element.children].map(svgElement).join('');
}

/** The runs of a text of several sizes or weights, one after the other; undefined where it is of one piece. */
function runsOf(element: Drawn): string | undefined {
  const runs = [...element.children].filter((child) => child.tagName.toLowerCase() === 'tspan');
  if (runs.length < 2) return undefined;
  return runs.map((run) => `<tspan${attributesOf(run, 'tspan')}>${escaped(run.textContent ?? '')}</tspan>`).join('');
}

function svgElement(element: Drawn): string {
  const name = element.tagName.toLowerCase();
  const words = element.textContent ?? '';
  if (!ELEMENTS.has(name)) return '';
  if (name === 'title') return words === '' ? '' : `<title>${escaped(words)}</title>\n`;
  const attributes = attributesOf(element, name);
  if (name === 'text' || name === 'tspan') return `<${name}${attributes}>${runsOf(element) ?? escaped(words)}</${name}>\n`;
  const inside = svgContent(element);
  if (name !== 'g') return `<${name}${attributes}/>\n`;
  const hasTitle = [...element.children].some((child) => child.tagName.toLowerCase() === 'title');
  if (inside === '') return '';
  return attributes === '' && !hasTitle ? inside : `<g${attributes}>\n${inside}</g>\n`;
}
