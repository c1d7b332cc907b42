import assert from 'node:assert/strict';
import { jsonAnswer } from './support/bodies.ts';
import { usePanels } from './support/panelPage.ts';
import { bodyOf, refused, snapshot } from './support/samples.ts';

/** Five pixels by five. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';
const answer = { ...refused, diagnoses: [] };

describe('bodies of other kinds', () => {
  const open = usePanels();

  it('shows an image with its type and measures', async () => {
    const body = bodyOf('', 'image', { base64: png, mediaType: 'image/png' });
    const { page, host } = await open({ state: snapshot(), answer: { ...answer, body } });
    await page.getByRole('img', { name: 'Image that came back, image/png' }).waitFor();
    await page.getByText('image/png · 5 × 5').waitFor();
    await page.getByRole('button', { name: 'Save as…' }).click();
    assert.deepEqual(await host.next('saveBody'), { type: 'saveBody', answer: 'exchange-1' });
    assert.equal(await page.getByRole('button', { name: 'Open in editor' }).count(), 0);
  });

  it('says so when the bytes are not the image that they were said to be', async () => {
    const body = bodyOf('', 'image', { base64: 'AAAA', mediaType: 'image/png' });
    const { page } = await open({ state: snapshot(), answer: { ...answer, body } });
    await page.getByText('The bytes are no image of the type image/png.').waitFor();
    assert.equal(await page.getByRole('img', { name: /Image that came back/ }).count(), 0);
  });

  it('never shows SVG as an image', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="hacked=1"><script>hacked=1</script></svg>';
    const { page, host } = await open({ state: snapshot(), answer: { ...answer, body: bodyOf(svg) } });
    assert.equal(await page.getByRole('group', { name: 'Text of the body' }).textContent(), svg);
    const body = bodyOf('', 'image', { base64: btoa(svg), mediaType: 'image/svg+xml' });
    await host.show({ ...answer, id: 'exchange-2', body });
    await page.getByText('image/svg+xml is not shown here. Save it to look at it.').waitFor();
    assert.equal(await page.locator('main :is(img, svg)').count(), 0);
    assert.equal(await page.evaluate('typeof hacked'), 'undefined');
  });

  it('says what binary content is, and offers to save it', async () => {
    const body = bodyOf('', 'binary', { note: 'Binary data (application/zip).', isShortened: true });
    const { page, host } = await open({ state: snapshot(), answer: { ...answer, body } });
    await page.getByText('Binary data (application/zip). Save it to look at it.').waitFor();
    assert.equal(await page.getByText('Binary data').count(), 1);
    // There is no beginning of it that could be shown.
    assert.equal(await page.getByText('Only the beginning is shown.').count(), 0);
    await page.getByRole('button', { name: 'Save as…' }).click();
    await host.next('saveBody');
  });

  it('can be opened, saved, compared and copied', async () => {
    const { page, host } = await open({ state: snapshot(), answer: jsonAnswer('{"a":1.0}') });
    await page.getByRole('button', { name: 'Open in editor' }).click();
    assert.deepEqual(await host.next('openBody'), { type: 'openBody', answer: 'exchange-1' });
    await page.getByRole('button', { name: 'Compare…' }).click();
    assert.deepEqual(await host.next('compare'), { type: 'compare', answer: 'exchange-1' });
    await page.getByRole('button', { name: 'Copy the body' }).click();
    assert.deepEqual(await host.next('copyText'), { type: 'copyText', text: '{"a":1.0}', what: 'the body' });
  });

  it('shows text that was called JSON as text', async () => {
    const { page } = await open({ state: snapshot(), answer: jsonAnswer('not JSON at all') });
    assert.equal(await page.getByRole('group', { name: 'Text of the body' }).textContent(), 'not JSON at all');
    assert.equal(await page.getByRole('button', { name: 'Tree' }).count(), 0);
  });
});
