/** What VS Code's settings say of the way to the network: plain facts, given by the editor. No user name or password. */
export interface NetworkSettings {
  /** `http://proxy.example:8080`; undefined where none is set, and the system's is used. */
  readonly proxy: string | undefined;
  /** `http.proxySupport`: `off`, `on`, `fallback`, `override`. */
  readonly proxySupport: string;
  /** `http.proxyStrictSSL`. */
  readonly checksCertificates: boolean;
  /** `http.systemCertificates`. */
  readonly systemCertificates: boolean;
}
