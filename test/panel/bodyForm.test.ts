import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { PanelOperation } from '../../src/editor/panel/protocol.ts';
import { type OpenedPanel, usePanels } from './support/panelPage.ts';
import { listMonitors, operations, snapshot } from './support/samples.ts';

const form = (page: Page): Locator => page.getByRole('group', { name: 'Fields of the body' });
const text = (page: Page): Locator => page.getByRole('textbox', { name: 'Body', exact: true });

describe('the form of a body', () => {
  const panels = usePanels();
  const open = async (body: string): Promise<OpenedPanel> => {
    const draft = { ...listMonitors, method: 'POST', body };
    const opened = await panels({ state: snapshot({ draft }) });
    await opened.page.getByRole('tab', { name: 'Body' }).click();
    return opened;
  };

  it('shows each documented field: required, its kind, its allowed values, and what the body has', async () => {
    const { page } = await open('{"name":"","interval":60.0,"protocol":"tcp","request":{"url":null}}');
    const name = form(page).getByRole('textbox', { name: 'name', exact: true });
    assert.equal(await name.getAttribute('aria-required'), 'true');
    assert.match(await form(page).innerText(), /sent as an empty text · At most 30 characters/);
    assert.equal(await form(page).getByRole('textbox', { name: 'interval' }).inputValue(), '60.0');
    const protocol = form(page).getByRole('combobox', { name: 'protocol' });
    assert.deepEqual(await protocol.locator('option').allInnerTexts(), ['not set', 'http', 'tcp']);
    assert.equal(await protocol.inputValue(), '"tcp"');
    assert.equal(await form(page).getByRole('combobox', { name: 'request.url' }).inputValue(), 'null');
    assert.equal(
      await form(page).getByRole('textbox', { name: 'alert_policy' }).getAttribute('placeholder'),
      'not set',
    );
    assert.equal(await form(page).getByRole('combobox', { name: 'request.follow_redirects' }).inputValue(), 'unset');
  });

  it('writes numbers exactly as typed, nested names as objects, and leaves all else in the text as it is', async () => {
    const before = '{\n  "extra": 12345678901234567890,\n  "name": "a" ,\n  "later": [1.10]\n}';
    const { page, host } = await open(before);
    await form(page).getByRole('textbox', { name: 'interval' }).fill('9007199254740993.10');
    await form(page).getByRole('textbox', { name: 'request.url' }).fill('https://example.com/"x"');
    await form(page).getByRole('combobox', { name: 'request.follow_redirects' }).selectOption('true');
    await form(page).getByRole('combobox', { name: 'protocol' }).selectOption('http');
    const after =
      '{\n  "extra": 12345678901234567890,\n  "name": "a" ,\n  "later": [1.10],\n  "interval": 9007199254740993.10,\n' +
      '  "request": { "url": "https://example.com/\\"x\\"", "follow_redirects": true },\n  "protocol": "http"\n}';
    assert.equal(await text(page).inputValue(), after);
    await page.getByText('Only in the text: extra, later').waitFor();
    await page.keyboard.press('Control+Enter');
    assert.equal((await host.next('send')).draft.body, after);
  });

  it('tells not set, empty and null apart', async () => {
    const { page } = await open('{"name":"a","interval":5}');
    const kind = form(page).getByRole('combobox', { name: 'Kind of name' });
    assert.deepEqual(await kind.locator('option').allInnerTexts(), ['not set', 'text', 'null']);
    await form(page).getByRole('textbox', { name: 'name', exact: true }).fill('');
    assert.deepEqual(JSON.parse(await text(page).inputValue()), { name: '', interval: 5 });
    await kind.selectOption('null');
    assert.deepEqual(JSON.parse(await text(page).inputValue()), { name: null, interval: 5 });
    // Nothing can be typed into null, so the field is its kind alone now.
    await form(page).getByRole('combobox', { name: 'name' }).selectOption('unset');
    assert.deepEqual(JSON.parse(await text(page).inputValue()), { interval: 5 });
    await form(page).getByRole('textbox', { name: 'interval' }).fill('');
    assert.deepEqual(JSON.parse(await text(page).inputValue()), {});
  });

  it('keeps what is no number out of the body, and says so', async () => {
    const { page } = await open('{"interval":5}');
    const interval = form(page).getByRole('textbox', { name: 'interval' });
    await interval.fill('5.');
    assert.equal(await interval.getAttribute('aria-invalid'), 'true');
    await page.getByText('Not a number: the body keeps what it had.').waitFor();
    assert.equal(await text(page).inputValue(), '{"interval":5}');
    await interval.pressSequentially('5');
    assert.equal(await text(page).inputValue(), '{"interval":5.5}');
    assert.equal(await interval.getAttribute('aria-invalid'), 'false');
  });

  it('edits lists item by item, whatever their kinds', async () => {
    const { page } = await open('{"regions": ["eu", 7, {"a": 1}]}');
    const items = form(page).getByRole('group', { name: 'Items of regions' });
    assert.equal(await items.getByRole('textbox').count(), 3);
    await items.getByRole('textbox', { name: 'regions[1]' }).fill('8');
    await items.getByRole('textbox', { name: 'regions[2]' }).fill('{"a": 2}');
    await items.getByRole('button', { name: 'Add item to regions' }).click();
    await items.getByRole('textbox', { name: 'regions[3]' }).fill('us');
    await items.getByRole('button', { name: 'Remove regions[0]' }).click();
    assert.equal(await text(page).inputValue(), '{"regions": [8, {"a": 2}, "us"]}');
    await form(page).getByRole('combobox', { name: 'regions', exact: true }).selectOption('unset');
    assert.equal(await text(page).inputValue(), '{}');
  });

  it('offers the allowed values of a list for each of its items', async () => {
    const withValues = operations.map((operation) => ({
      ...operation,
      body: operation.body.map((field) => (field.name === 'regions' ? { ...field, values: ['eu', 'us'] } : field)),
    }));
    const draft = { ...listMonitors, method: 'POST', body: '{}' };
    const { page } = await panels({ state: snapshot({ draft, operations: withValues }) });
    await page.getByRole('tab', { name: 'Body' }).click();
    await form(page).getByRole('combobox', { name: 'regions', exact: true }).selectOption('list');
    const items = form(page).getByRole('group', { name: 'Items of regions' });
    const add = items.getByRole('button', { name: 'Add item to regions' });
    await add.click();
    await add.click();
    assert.deepEqual(JSON.parse(await text(page).inputValue()), { regions: ['eu', 'us'] });
    await items.getByRole('combobox', { name: 'regions[0]' }).selectOption('us');
    assert.deepEqual(JSON.parse(await text(page).inputValue()), { regions: ['us', 'us'] });
    await items.getByRole('button', { name: 'Remove regions[1]' }).click();
    assert.deepEqual(JSON.parse(await text(page).inputValue()), { regions: ['us'] });
  });

  it('begins a body that is empty', async () => {
    const { page } = await open('');
    await form(page).getByRole('textbox', { name: 'name', exact: true }).fill('api');
    assert.equal(await text(page).inputValue(), '{\n  "name": "api"\n}');
  });

  it('names the line where the text is not JSON, loses nothing of it, and comes back when it is mended', async () => {
    const { page } = await open('{"name":"a"}');
    await text(page).fill('{\n  "name": "a",\n  oops\n}');
    await page.getByText('Line 3 of the body is not JSON.').waitFor();
    assert.equal(await text(page).inputValue(), '{\n  "name": "a",\n  oops\n}');
    await text(page).fill('[1]');
    await page.getByText('The body is not a JSON object. Change it as text.').waitFor();
    await text(page).fill('{"name":"b"}');
    assert.equal(await form(page).getByRole('textbox', { name: 'name', exact: true }).inputValue(), 'b');
  });

  it('gives way to the text alone, remembers that, and opens the text in an editor', async () => {
    const { page, host } = await open('{"name":"a"}');
    const modes = page.getByRole('group', { name: 'How to compose the body' });
    await modes.getByRole('button', { name: 'Text' }).click();
    assert.equal(await form(page).count(), 0);
    await page.reload();
    await host.next('ready');
    await text(page).waitFor();
    assert.equal(await modes.getByRole('button', { name: 'Text' }).getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: 'Edit in editor' }).click();
    assert.equal((await host.next('editBody')).draft.body, '{"name":"a"}');
    await modes.getByRole('button', { name: 'Form' }).click();
    await form(page).waitFor();
  });

  const withField = (name: string, type: string, required = false): readonly PanelOperation[] => {
    const field = { name, type, required, repeatable: false, values: [], summary: '' };
    return operations.map((operation) => (operation.method === 'POST' ? { ...operation, body: [field] } : operation));
  };
  const post = { ...listMonitors, method: 'POST' };

  it('offers no text for a file, which JSON cannot hold, and says so', async () => {
    const { page } = await panels({ state: snapshot({ operations: withField('logo', 'file'), draft: post }) });
    await page.getByRole('tab', { name: 'Body' }).click();
    const kind = form(page).getByRole('combobox', { name: 'logo' });
    assert.deepEqual(await kind.locator('option').allInnerTexts(), ['not set', 'null']);
    assert.equal(await form(page).getByRole('textbox').count(), 0);
    await form(page).getByText('file · bodies are sent as JSON, which cannot hold a file').waitFor();
  });

  it('marks a value that is not among the documented ones, and keeps it', async () => {
    const { page } = await open('{"protocol":"gopher"}');
    const protocol = form(page).getByRole('combobox', { name: 'protocol' });
    assert.equal(await protocol.inputValue(), '"gopher"');
    assert.deepEqual(await protocol.locator('option').allInnerTexts(), [
      'not set',
      'http',
      'tcp',
      'gopher (not documented)',
    ]);
  });

  it('says of an object that it is not set', async () => {
    const { page } = await panels({ state: snapshot({ operations: withField('theme', 'object', true), draft: post }) });
    await page.getByRole('tab', { name: 'Body' }).click();
    const box = form(page).getByRole('textbox', { name: 'theme' });
    assert.equal(await box.getAttribute('placeholder'), 'not set');
    assert.equal(await box.getAttribute('aria-required'), 'true');
  });
});
