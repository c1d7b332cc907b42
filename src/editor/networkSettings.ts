import * as vscode from 'vscode';
import type { NetworkSettings } from '../diagnosis/networkSettings.ts';

/** What VS Code's settings say of the way to the network; the proxy without the user name and password it may hold. */
export function networkSettings(): NetworkSettings {
  const settings = vscode.workspace.getConfiguration('http');
  const proxySupport: unknown = settings.get('proxySupport');
  return {
    proxy: addressOf(settings.get('proxy')),
    proxySupport: typeof proxySupport === 'string' ? proxySupport : 'override',
    checksCertificates: settings.get('proxyStrictSSL') !== false,
    systemCertificates: settings.get('systemCertificates') !== false,
  };
}

/** Scheme, host and port; a text that is no address is not repeated, because a password may be in it. */
function addressOf(proxy: unknown): string | undefined {
  if (typeof proxy !== 'string' || proxy.trim() === '') return undefined;
  if (!URL.canParse(proxy)) return 'set to something that is no address';
  const { protocol, host } = new URL(proxy);
  return `${protocol}//${host}`;
}
