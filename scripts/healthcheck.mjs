// For Docker's HEALTHCHECK, which has no curl: ends with 0 when this machine's service is ready, 1 otherwise. A worker
// that listens nowhere (ALICIT_HTTP=0) says that it lives in a file: the same as `alicit saude --processo`, without loading it.
import { readdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const PULSOS_DE_SILENCIO = 3;

function isAlive() {
  const pasta = join(process.env.ALICIT_DATA_DIR || join(import.meta.dirname, '..', '.alicit'), 'batidas');
  const momentos = readdirSync(pasta).filter((n) => n.startsWith(`${hostname()}-`)).map((n) => statSync(join(pasta, n)).mtimeMs);
  return Date.now() - Math.max(...momentos) <= Number(process.env.ALICIT_PULSO_S || '10') * 1000 * PULSOS_DE_SILENCIO;
}

const isReady = async () => (await fetch(`http://127.0.0.1:${process.env.PORT || '3000'}/health/ready`, { signal: AbortSignal.timeout(4000) })).ok;

try {
  process.exit((process.env.ALICIT_HTTP === '0' ? isAlive() : await isReady()) ? 0 : 1);
} catch {
  process.exit(1);
}
