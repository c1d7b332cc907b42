import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareNumbers, nextSort, orderedRecords } from '../../media/requestPanel/body/order.ts';
import { scanJson } from '../../media/requestPanel/json/scan.ts';

/** A number of JSON as a whole number of its smallest digit: exact, with another way to reckon than the one tested. */
function scaled(text: string): bigint {
  const [, sign, whole = '', fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e(-?\d+))?$/.exec(text) ?? [];
  return BigInt(`${sign ?? ''}${whole}${fraction}`) * 10n ** BigInt(60 - fraction.length + Number(power));
}

describe('the order of the rows of a table', () => {
  it('compares numbers by all their digits', () => {
    const number = fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.bigInt({ min: 0n, max: 10n ** 25n }),
        fc.option(fc.stringMatching(/^\d{1,12}$/), { nil: undefined }),
        fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined }),
      )
      .map(([sign, whole, fraction, power]) =>
        [sign, whole, fraction === undefined ? '' : `.${fraction}`, power === undefined ? '' : `e${power}`].join(''),
      );
    fc.assert(
      fc.property(number, number, (one, other) => {
        const difference = scaled(one) - scaled(other);
        assert.equal(Math.sign(compareNumbers(one, other)), difference === 0n ? 0 : difference < 0n ? -1 : 1);
      }),
      { numRuns: 2000 },
    );
    assert.equal(compareNumbers('1e3', '1000.0'), 0);
    assert.equal(compareNumbers('-0', '0'), 0);
    assert.ok(compareNumbers('1e400', '1e401') < 0);
  });

  it('puts numbers before texts, texts by the numbers in them, and what has no value last, whichever way', () => {
    const values = ['"b10"', 'null', '2', '"b9"', 'true', '[1,2]', '10', 'false', '[1]'];
    const document = scanJson(`[${values.map((value) => `{"v":${value}}`).join(',')},{"other":1}]`);
    const ordered = (isDescending: boolean) =>
      orderedRecords(document, 0, { column: 'v', isDescending }).map((record) => {
        const [node] = document.members(record, 'v');
        return node === undefined ? '' : document.raw(node);
      });
    const upwards = ['2', '10', '"b9"', '"b10"', 'false', 'true', '[1]', '[1,2]'];
    assert.deepEqual(ordered(false), [...upwards, 'null', '']);
    assert.deepEqual(ordered(true), [...upwards.toReversed(), 'null', '']);
  });

  it('goes up, down, and back to that of the list', () => {
    const up = nextSort(undefined, 'a');
    const down = nextSort(up, 'a');
    assert.deepEqual(
      [up, down],
      [
        { column: 'a', isDescending: false },
        { column: 'a', isDescending: true },
      ],
    );
    assert.equal(nextSort(down, 'a'), undefined);
    assert.deepEqual(nextSort(down, 'b'), { column: 'b', isDescending: false });
  });
});
