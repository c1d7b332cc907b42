import { builtinModules } from 'node:module';
import path from 'node:path';
import { walls, type Wall } from './walls.ts';

/** The parts of oxlint's plugin interface (that of ESLint) which the rules use. */
interface Node {
  readonly type: string;
  readonly source?: { readonly value?: unknown } | null;
  readonly name?: string;
  readonly arguments?: readonly { readonly value?: unknown }[];
  readonly callee?: { readonly name?: string };
}
interface Context {
  readonly cwd: string;
  readonly filename: string;
  report(problem: { node: Node; message: string }): void;
}
type Visitor = Readonly<Record<string, (node: Node) => void>>;
interface Rule {
  create(context: Context): Visitor;
}

const slashed = (file: string): string => file.split(path.sep).join('/');
const covers = (pattern: string, name: string): boolean =>
  pattern === '*' || pattern === name || (pattern.endsWith('/') && name.startsWith(pattern));

/**
 * Tells why `file` may not import `specifier`, or undefined where it may.
 * @param file path of the importing file below the root, with `/`
 * @param specifier what stands behind `from`
 */
export function forbiddenImport(file: string, specifier: string): string | undefined {
  const wall = walls.find(({ of }) => covers(of, file));
  if (wall === undefined) return undefined;
  return reasonAgainst(wall, file, specifier);
}

function reasonAgainst(wall: Wall, file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const allowed = wall.of === 'src/' ? wall.files : [wall.of, ...wall.files];
    return allowed.some((pattern) => covers(pattern, target)) ? undefined : `${wall.of} must not import ${target}`;
  }
  if (specifier === 'vscode') return wall.vscode ? undefined : `${wall.of} must not import vscode`;
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) {
    return wall.nodeModules ? undefined : `${wall.of} must not import Node's ${specifier}`;
  }
  return wall.packages.some((pattern) => covers(pattern, specifier) || covers(`${pattern}/`, specifier))
    ? undefined
    : `${wall.of} must not import the package ${specifier}`;
}

const wallsRule: Rule = {
  create(context) {
    const file = slashed(path.relative(context.cwd, context.filename));
    const check = (node: Node, specifier: unknown): void => {
      if (typeof specifier !== 'string') return;
      const message = forbiddenImport(file, specifier);
      if (message !== undefined) context.report({ node, message });
    };
    const declaration = (node: Node): void => check(node, node.source?.value);
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: declaration,
      TSImportType: declaration,
    };
  },
};

const noReExport: Rule = {
  create(context) {
    const message = 'Import from the file that declares it: a file that re-exports others hides what depends on what.';
    const check = (node: Node): void => {
      if (node.source !== undefined && node.source !== null) context.report({ node, message });
    };
    return { ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

const noGetInstance: Rule = {
  create(context) {
    const message = 'Pass the object in: composition.ts builds every object once, so nothing has to look one up.';
    return {
      Identifier(node) {
        if (node.name === 'getInstance') context.report({ node, message });
      },
    };
  },
};

const plugin = {
  meta: { name: 'bearings' },
  rules: { walls: wallsRule, 'no-re-export': noReExport, 'no-get-instance': noGetInstance },
};
// oxlint takes a plugin from the default export only.
export default plugin;
