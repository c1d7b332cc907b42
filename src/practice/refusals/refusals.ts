import type { PlantedFault } from '../shared/faults.ts';
import type { PracticeRefusal, PracticeService, UnprovokedRefusal } from '../types.ts';
import { everywhere } from './everywhere.ts';
import { flareRefusals } from './flare.ts';
import { logfireRefusals } from './logfire.ts';
import { phareRefusals } from './phare.ts';
import type { Ground, Recipe, RecipeFault, Refusals } from './recipe.ts';
import { wellowsRefusals } from './wellows.ts';

const ALL: readonly Refusals[] = [phareRefusals, logfireRefusals, flareRefusals, wellowsRefusals];

/** Nobody can provoke this on a server: it is the browser that refuses. */
const ONLY_IN_A_BROWSER: UnprovokedRefusal = {
  cause: 'cors',
  why: 'Only VS Code in a browser is kept from calling a host, and the practice services do not run there.',
};

/** The refusals that the running stand-ins can give, and those that they cannot. */
export function refusalsOf(services: readonly PracticeService[]): {
  readonly refusals: readonly PracticeRefusal[];
  readonly unprovoked: readonly UnprovokedRefusal[];
} {
  const running = ALL.filter(({ ground }) => standIn(services, ground) !== undefined);
  return {
    refusals: running.flatMap(({ ground, recipes }) =>
      [...recipes, ...everywhere(ground)].map((recipe) => refusalFrom(recipe, ground, services)),
    ),
    unprovoked: [
      ...running.flatMap(({ ground, unprovoked }) => unprovoked.map((each) => ({ ...each, service: ground.service }))),
      ONLY_IN_A_BROWSER,
    ],
  };
}

function standIn(
  services: readonly PracticeService[],
  { service, region }: Pick<Ground, 'service' | 'region'>,
): PracticeService | undefined {
  return services.find((candidate) => candidate.service === service && candidate.region === region);
}

function refusalFrom(recipe: Recipe, ground: Ground, services: readonly PracticeService[]): PracticeRefusal {
  const own = standIn(services, ground);
  if (!own) throw new Error(`Practice ${ground.service} does not run.`);
  const name = recipe.key ?? ground.key;
  const request = recipe.request ?? ground.read;
  return {
    cause: recipe.cause,
    service: ground.service,
    summary: recipe.summary,
    connection: {
      label: `Practice · ${recipe.cause}`,
      key: own.control.keys[name] ?? name,
      baseUrl: own.baseUrl,
      ...(own.region !== undefined && { region: own.region }),
      ...(own.baseUrls !== undefined && { baseUrls: own.baseUrls }),
    },
    before: recipe.before ?? [],
    request,
    prepare() {
      for (const { control } of services) control.mend();
      for (const [variant, value] of Object.entries(recipe.variants ?? {})) own.control.variant(variant, value);
      if (recipe.fault) own.control.plant(faultFrom(recipe.fault, request.path, own, services));
    },
  };
}

function faultFrom(
  { path, times, action }: RecipeFault,
  requestPath: string,
  own: PracticeService,
  services: readonly PracticeService[],
): PlantedFault {
  const others = services.filter(({ baseUrl }) => new URL(baseUrl).origin !== new URL(own.baseUrl).origin);
  return {
    path: path ?? likePath(requestPath),
    ...(times !== undefined && { times }),
    action: typeof action === 'function' ? action(others) : action,
  };
}

/** What a path looks like on the wire, with its placeholders filled and the base URL's own path before it. */
function likePath(path: string): RegExp {
  const escaped = path.replaceAll(/[.*+?^$()|[\]\\]/gu, '\\$&').replaceAll(/\{[^{}/]+\}/gu, '[^/]+');
  return new RegExp(`${escaped}$`, 'u');
}
