import type { FaultCase, HealthyCase, PastedCase } from '../support/faultCase.ts';
import { blockedCases } from './between.ts';
import { circumstanceCases } from './circumstances.ts';
import { contentCases } from './content.ts';
import { contentWordCases } from './contentWords.ts';
import { fourthCases } from './fourth.ts';
import { furtherCases } from './further.ts';
import { healthyAnswers } from './healthy.ts';
import { healthyData } from './healthyData.ts';
import { healthyRequests } from './healthyRequests.ts';
import { addressCases, proxyCases } from './hosts.ts';
import { keyCases } from './keys.ts';
import { refusedKeyCases } from './keysRefused.ts';
import { downCases, limitCases } from './limits.ts';
import { networkCases, redirectCases } from './network.ts';
import { pastedCases as pastedAnswers } from './pasted.ts';
import { pastedAloneCases } from './pastedAlone.ts';
import { outsideCases } from './outside.ts';
import { outsideReachCases } from './outsideReach.ts';
import { permissionCases } from './permissions.ts';
import { projectBoundCases } from './projectBounds.ts';
import { projectCases } from './projects.ts';
import { saidOtherwiseCases } from './saidOtherwise.ts';
import { thirdCases } from './third.ts';
import { thirdBetweenCases } from './thirdBetween.ts';
import { envelopeCases } from './envelopes.ts';
import { examinedCases } from './examined.ts';
import { examinedAgainCases } from './examinedAgain.ts';
import { headerAndPageCases } from './headersAndPages.ts';
import { timeCases } from './times.ts';
import { unforeseenKeyCases } from './unforeseenKeys.ts';
import { unforeseenProjectCases } from './unforeseenProjects.ts';
import { unforeseenRightCases } from './unforeseenRights.ts';

export const faultCases: readonly FaultCase[] = [
  ...refusedKeyCases,
  ...keyCases,
  ...projectCases,
  ...projectBoundCases,
  ...permissionCases,
  ...limitCases,
  ...downCases,
  ...blockedCases,
  ...proxyCases,
  ...addressCases,
  ...networkCases,
  ...redirectCases,
  ...timeCases,
  ...contentCases,
  ...furtherCases,
  ...circumstanceCases,
  ...thirdCases,
  ...thirdBetweenCases,
  ...fourthCases,
  ...unforeseenKeyCases,
  ...unforeseenRightCases,
  ...unforeseenProjectCases,
  ...examinedCases,
  ...examinedAgainCases,
  ...envelopeCases,
  ...headerAndPageCases,
  ...contentWordCases,
  ...saidOtherwiseCases,
  ...outsideCases,
  ...outsideReachCases,
];
export const healthyCases: readonly HealthyCase[] = [...healthyAnswers, ...healthyData, ...healthyRequests];
export const pastedCases: readonly PastedCase[] = [...pastedAnswers, ...pastedAloneCases];
