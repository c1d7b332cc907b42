import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as ids from '../../src/manifest.ts';
import { root } from '../config/process.ts';
import { manifestSource, manifestTexts, readManifest } from '../support/manifest.ts';

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
  readonly enablement?: string;
  readonly icon?: string | { readonly light: string; readonly dark: string };
}
interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}
interface Setting {
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enumDescriptions?: readonly string[];
}
interface View {
  readonly id: string;
  readonly name: string;
  readonly icon?: string;
  readonly when?: string;
}
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly capabilities?: Readonly<Record<string, unknown>>;
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus?: readonly { readonly id: string; readonly label: string }[];
    readonly keybindings?: readonly { readonly command: string; readonly when?: string }[];
    readonly views: Readonly<Record<string, readonly View[]>>;
    readonly viewsContainers: Readonly<Record<string, readonly { id: string; title: string; icon: string }[]>>;
    readonly viewsWelcome?: readonly { readonly view: string; readonly contents: string; readonly when?: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const manifest = readManifest() as Manifest;
const { commands, menus, views, viewsContainers, configuration } = manifest.contributes;

/** Can run at any time, so that they carry no condition; every other command names what it needs. */
const alwaysPossible = new Set([
  'bearings.addConnection',
  'bearings.addService',
  'bearings.explainResponse',
  'bearings.openHistory',
  'bearings.clearHistory',
  'bearings.openHttpRequest',
  'bearings.showLog',
]);

/** What the palette offers over some editors only: rows and the panel run them elsewhere too, so they are enabled there. */
const overAnEditor: ReadonlyMap<string, string> = new Map([
  ['bearings.copyReport', 'resourceScheme == bearings && resourceDirname =~ /report/'],
]);

/** The commands of the contract: called from the palette, without a row, they ask for the connection and the rest. */
const asksForWhatIsMissing = new Set([
  ...alwaysPossible,
  'bearings.testKey',
  'bearings.switchProject',
  'bearings.openRequest',
  'bearings.refresh',
  'bearings.renameConnection',
  'bearings.replaceKey',
  'bearings.removeConnection',
  'bearings.copyAsCurl',
  'bearings.copyAs',
  'bearings.openKeyPage',
  'bearings.startPractice',
  'bearings.stopPractice',
  'bearings.switchRegion',
  'bearings.changeAddress',
  'bearings.renewToken',
  'bearings.protectProject',
  'bearings.unprotectProject',
  'bearings.practiseRefusal',
]);

const sorted = (values: Iterable<string>): string[] => [...values].sort();
const conditions = [
  ...commands.map(({ enablement }) => enablement),
  ...Object.values(menus).flatMap((items) => items.map(({ when }) => when)),
  ...(manifest.contributes.keybindings ?? []).map(({ when }) => when),
  ...(manifest.contributes.viewsWelcome ?? []).map(({ when }) => when),
  ...Object.values(views).flatMap((list) => list.map(({ when }) => when)),
].filter((condition) => condition !== undefined);

describe('manifest', () => {
  it('declares exactly the commands that the code knows', () => {
    assert.deepEqual(sorted(commands.map(({ command }) => command)), sorted(Object.values(ids.commands)));
  });

  it('declares exactly the views and view containers that the code knows', () => {
    assert.deepEqual(
      sorted(
        Object.values(views)
          .flat()
          .map(({ id }) => id),
      ),
      sorted(Object.values(ids.views)),
    );
    assert.deepEqual(
      sorted(
        Object.values(viewsContainers)
          .flat()
          .map(({ id }) => id),
      ),
      sorted(Object.values(ids.viewContainers)),
    );
  });

  it('declares exactly the settings that the code knows', () => {
    assert.deepEqual(sorted(Object.keys(configuration.properties)), sorted(Object.values(ids.settings)));
  });

  it('asks for exactly the context keys that the code sets', () => {
    const asked = new Set(conditions.flatMap((condition) => condition.match(/\bbearings\.[\w.]+/g) ?? []));
    // A condition may also name a view or read a setting.
    const others = new Set<string>([...Object.values(ids.views), ...Object.values(ids.settings)]);
    assert.deepEqual(sorted([...asked].filter((key) => !others.has(key))), sorted(Object.values(ids.contextKeys)));
  });

  it('repeats no id', () => {
    for (const group of [ids.commands, ids.views, ids.viewContainers, ids.settings, ids.contextKeys]) {
      const values: string[] = Object.values(group);
      assert.equal(new Set(values).size, values.length);
      assert.deepEqual(
        values.filter((id) => !id.startsWith('bearings')),
        [],
      );
    }
  });

  it('gives every command a title in sentence or title case and the category Bearings', () => {
    for (const { command, title, category } of commands) {
      assert.match(title, /^[A-Z][\w ]+…?$/, command);
      assert.equal(category, 'Bearings', command);
    }
    const titles = commands.map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length, 'two commands with one title');
  });

  it('says of every command when it can run', () => {
    const hidden = new Set(
      (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false').map(({ command }) => command),
    );
    const without = commands.filter(
      ({ command, enablement }) => enablement === undefined && !hidden.has(command) && !overAnEditor.has(command),
    );
    assert.deepEqual(
      without.map(({ command }) => command).filter((command) => !alwaysPossible.has(command)),
      [],
    );
  });

  it('keeps out of the palette what only a row or the panel can run', () => {
    const palette = new Map(menus['commandPalette']?.map(({ command, when }) => [command, when]));
    for (const { command, enablement } of commands) {
      const expected = overAnEditor.get(command) ?? (asksForWhatIsMissing.has(command) ? enablement : 'false');
      assert.equal(palette.get(command), expected, command);
    }
  });

  it('fills the menus with known commands only', () => {
    const known = new Set(commands.map(({ command }) => command));
    const submenus = new Set(manifest.contributes.submenus?.map(({ id }) => id));
    for (const [menu, items] of Object.entries(menus)) {
      for (const { command, submenu } of items) {
        assert.ok(command === undefined ? submenus.has(submenu ?? '') : known.has(command), `${menu}: ${command}`);
      }
    }
    for (const { command } of manifest.contributes.keybindings ?? []) assert.ok(known.has(command), command);
  });

  it('shows at most two actions beside a row, each with an icon', () => {
    const inline = (menus['view/item/context'] ?? []).filter(({ group }) => group?.startsWith('inline') === true);
    for (const { command } of inline) {
      assert.ok(commands.find((candidate) => candidate.command === command)?.icon !== undefined, command);
    }
    const perCondition = Map.groupBy(inline, ({ when }) => when);
    for (const [when, items] of perCondition) assert.ok(items.length <= 2, `${items.length} inline actions at ${when}`);
  });

  it('links from texts only to known commands and views', () => {
    const known = new Set<string>(Object.values(ids.commands));
    for (const [, command = ''] of JSON.stringify(manifest).matchAll(/\(command:([\w.]+)/g)) {
      if (command.startsWith('bearings.')) assert.ok(known.has(command), command);
    }
    const welcome = manifest.contributes.viewsWelcome ?? [];
    assert.ok(welcome.length > 0, 'an empty tree needs its welcome text');
    for (const { view } of welcome) assert.ok(Object.values<string>(ids.views).includes(view), view);
  });

  it('has every text in package.nls.json, and no text there that nothing uses', () => {
    const used = new Set([...manifestSource.matchAll(/"%([^"%]+)%"/gu)].map(([, key = '']) => key));
    assert.deepEqual(sorted(used), sorted(Object.keys(manifestTexts)));
    const written = JSON.parse(manifestSource) as Manifest;
    const { contributes } = written;
    const shown = [
      ...contributes.commands.flatMap(({ title, category }) => [title, category]),
      ...Object.values(contributes.viewsContainers).flatMap((list) => list.map(({ title }) => title)),
      ...Object.values(contributes.views).flatMap((list) => list.map(({ name }) => name)),
      ...(contributes.viewsWelcome ?? []).map(({ contents }) => contents),
      ...Object.values(contributes.configuration.properties).flatMap(
        ({ description, markdownDescription, enumDescriptions = [] }) => [
          description ?? markdownDescription,
          ...enumDescriptions,
        ],
      ),
    ];
    assert.deepEqual(
      shown.filter((title) => title !== undefined && !/^%[^%]+%$/u.test(title)),
      [],
    );
  });

  it('names icons that exist', () => {
    const icons = [
      ...Object.values(viewsContainers)
        .flat()
        .map(({ icon }) => icon),
      ...Object.values(views).flatMap((list) => list.map(({ icon }) => icon)),
      ...commands.flatMap(({ icon }) => (typeof icon === 'object' ? [icon.light, icon.dark] : [icon])),
    ].filter((icon) => icon !== undefined);
    const codicons = readFileSync(path.join(root, 'node_modules/@vscode/codicons/dist/codicon.css'), 'utf8');
    for (const icon of icons) {
      const codicon = /^\$\(([\w-]+)\)$/.exec(icon)?.[1];
      if (codicon === undefined) assert.ok(existsSync(path.join(root, icon)), icon);
      else assert.ok(codicons.includes(`.codicon-${codicon}:`), `no codicon ${codicon}`);
    }
  });

  it('describes every setting, and none of them holds a key', () => {
    for (const [id, setting] of Object.entries(configuration.properties)) {
      assert.ok((setting.description ?? setting.markdownDescription ?? '').length > 10, id);
      assert.ok(setting.type !== undefined, `${id} has no type`);
      assert.ok('default' in setting, `${id} has no default`);
      assert.doesNotMatch(id, /key|token|secret|password/i);
    }
  });

  it('starts nothing by itself, from VS Code 1.104 on', () => {
    assert.deepEqual(manifest.activationEvents, []);
    assert.equal(manifest.engines.vscode, '^1.104.0');
  });

  it('says what it does in untrusted and virtual workspaces', () => {
    assert.ok(manifest.capabilities?.['untrustedWorkspaces'] !== undefined);
    assert.ok(manifest.capabilities?.['virtualWorkspaces'] !== undefined);
  });
});
