import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/index.js';

/** Of the API: its answers are data, in which nothing runs and which nobody frames. What protects only documents would cost every answer bytes and time. */
const DADOS = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  crossOriginOpenerPolicy: false, originAgentCluster: false, referrerPolicy: false, xDnsPrefetchControl: false, xDownloadOptions: false, xFrameOptions: false, xPermittedCrossDomainPolicies: false, xXssProtection: false,
} satisfies FastifyHelmetOptions;

/** Of what a browser shows: the documentation and the pages behind the links of e-mails. */
const PAGINA: FastifyHelmetOptions = {
  contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], upgradeInsecureRequests: null } },
  crossOriginOpenerPolicy: { policy: 'same-origin' }, referrerPolicy: { policy: 'no-referrer' }, xFrameOptions: { action: 'sameorigin' },
};

/** Security headers, by what is answered: data under `/v1`, pages elsewhere. A report says its own policy. */
export async function mountProtecao(app: NestFastifyApplication, { http }: Pick<Config, 'http'>): Promise<void> {
  // Helmet reads each route's own options as it is registered: ours must be there before.
  app.getHttpAdapter().getInstance().addHook('onRoute', (rota) => {
    if (!rota.url.startsWith('/v1/')) rota.helmet = PAGINA;
  });
  // On plain http a browser told to use https finds nothing there: only who publishes an https address says so.
  await app.register(helmet, { ...DADOS, strictTransportSecurity: http.urlPublica?.startsWith('https:') ?? false });
}
