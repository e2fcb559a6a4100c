// Writes deploy/kubernetes/prometheus/alertas.yaml, the alerts of deploy/prometheus/alertas.yml as the Prometheus Operator takes
// them. With --conferir it only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DEPLOY = join(dirname(fileURLToPath(import.meta.url)), '..', 'deploy');
const destino = join(DEPLOY, 'kubernetes', 'prometheus', 'alertas.yaml');

/** The same text, one level deeper: nothing is read and written again. */
const texto = `# Gerado por npm run alertas:gerar de deploy/prometheus/alertas.yml: não edite.
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: alicit
  labels: { app.kubernetes.io/name: alicit }
spec:
${readFileSync(join(DEPLOY, 'prometheus', 'alertas.yml'), 'utf8').trimEnd().split('\n').map((l) => (l ? `  ${l}` : '')).join('\n')}
`;
if (!process.argv.includes('--conferir')) writeFileSync(destino, texto);
else if (readFileSync(destino, 'utf8') !== texto) {
  process.stderr.write('deploy/kubernetes/prometheus/alertas.yaml está atrasado: rode npm run alertas:gerar.\n');
  process.exitCode = 1;
}
