export interface RouteMatch<T> {
  readonly value: T;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Route<T> {
  readonly method: string;
  readonly segments: readonly string[];
  readonly value: T;
}

const PARAMETER = /^\{(\w+)\}$/;

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** Finds what was registered under `METHOD /path/{parameter}`. */
export class Router<T> {
  readonly #routes: Route<T>[] = [];

  add(method: string, pattern: string, value: T): void {
    this.#routes.push({ method, segments: segmentsOf(pattern), value });
  }

  /**
   * The route of a method and a path. `allowed` names the methods the path has when this one is not among them; both are
   * missing when the path is unknown. Parameters come percent-decoded.
   */
  match(method: string, path: string): { readonly route?: RouteMatch<T>; readonly allowed: readonly string[] } {
    const segments = segmentsOf(path);
    const allowed: string[] = [];
    for (const route of this.#routes) {
      const parameters = parametersOf(route.segments, segments);
      if (parameters === undefined) continue;
      if (route.method === method) return { route: { value: route.value, parameters }, allowed: [] };
      allowed.push(route.method);
    }
    return { allowed };
  }
}

function parametersOf(
  pattern: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] ?? '';
    const name = PARAMETER.exec(expected)?.[1];
    if (name === undefined) {
      if (actual !== expected) return undefined;
    } else {
      try {
        parameters[name] = decodeURIComponent(actual);
      } catch {
        return undefined;
      }
    }
  }
  return parameters;
}
