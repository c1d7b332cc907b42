import { kinds, type JsonDocument } from '../json/document.ts';

/** By which column the rows of a table stand, and which way. */
export interface Sort {
  readonly column: string;
  readonly isDescending: boolean;
}

/** What a click on the head of a column makes of the order: up, then down, then as received. */
export function nextSort(sort: Sort | undefined, column: string): Sort | undefined {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? undefined : { column, isDescending: true };
}

/**
 * The records of a list by the values of a column: numbers by their exact size, then texts, then true and false, then
 * lists and objects by their length. Records without a value come last, whichever way. What is alike stays as received.
 */
export function orderedRecords(
  document: JsonDocument,
  list: number,
  { column, isDescending }: Sort,
): readonly number[] {
  const collator = new Intl.Collator(undefined, { numeric: true });
  const rows = Array.from(document.children(list), (record) => {
    const [node] = document.members(record, column);
    const rank = node === undefined ? ranks.none : rankOf(document, node);
    return { record, rank, value: rank === ranks.none || node === undefined ? '' : valueOf(document, node) };
  });
  const way = isDescending ? -1 : 1;
  return rows
    .toSorted((one, other) => {
      if (one.rank === ranks.none || other.rank === ranks.none) return one.rank - other.rank;
      if (one.rank !== other.rank) return way * (one.rank - other.rank);
      const isText = one.rank === ranks.text || one.rank === ranks.boolean;
      return way * (isText ? collator.compare(one.value, other.value) : compareNumbers(one.value, other.value));
    })
    .map(({ record }) => record);
}

const ranks = { number: 1, text: 2, boolean: 3, container: 4, none: 5 } as const;

function rankOf(document: JsonDocument, node: number): number {
  switch (document.kind(node)) {
    case kinds.number:
      return ranks.number;
    case kinds.string:
      return ranks.text;
    case kinds.boolean:
      return ranks.boolean;
    case kinds.null:
      return ranks.none;
    default:
      return ranks.container;
  }
}

function valueOf(document: JsonDocument, node: number): string {
  return document.isContainer(node) ? String(document.size(node)) : document.value(node);
}

/** Compares two numbers of JSON by their digits: a double would take 12345678901234567890 and …891 for the same. */
export function compareNumbers(one: string, other: string): number {
  const left = decimalOf(one);
  const right = decimalOf(other);
  if (left.sign !== right.sign) return left.sign - right.sign;
  if (left.exponent !== right.exponent) return left.sign * (left.exponent < right.exponent ? -1 : 1);
  if (left.digits === right.digits) return 0;
  return left.sign * (left.digits < right.digits ? -1 : 1);
}

/** A number as `0.digits × 10^exponent`, without zeros at either end of its digits; 0 has the sign 0. */
function decimalOf(text: string): { readonly sign: number; readonly digits: string; readonly exponent: number } {
  const [, minus, whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '');
  if (digits === '') return { sign: 0, digits: '', exponent: 0 };
  return {
    sign: minus === '-' ? -1 : 1,
    digits: digits.replace(/0+$/, ''),
    exponent: whole.length - (all.length - digits.length) + Number(power),
  };
}
