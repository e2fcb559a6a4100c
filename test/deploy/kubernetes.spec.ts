import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { listVariaveis, parseConfig } from '../../src/config/index.js';

type Rotulos = Readonly<Record<string, string>>;
interface Sonda { readonly httpGet: object }
interface Container {
  readonly image: string; readonly command?: readonly string[]; readonly env?: readonly { readonly name: string; readonly value: string }[]; readonly ports: { containerPort: unknown }[];
  readonly startupProbe: Sonda; readonly livenessProbe: Sonda; readonly readinessProbe: Sonda; readonly lifecycle: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
  readonly resources: { readonly limits: Rotulos }; readonly securityContext: object; readonly volumeMounts: readonly { readonly name: string }[];
}
interface Pod {
  readonly containers: readonly [Container]; readonly volumes: readonly { readonly name: string; readonly emptyDir: { readonly sizeLimit: string } }[]; readonly terminationGracePeriodSeconds: number;
  readonly topologySpreadConstraints: readonly [{ readonly labelSelector: { readonly matchLabels: Rotulos } }];
}
/** What these tests look into, of all kinds together: each is checked by its own schema first. */
interface Spec {
  readonly replicas?: number; readonly selector: { readonly matchLabels: Rotulos }; readonly template: { readonly metadata: { readonly labels: Rotulos }; readonly spec: Pod };
  readonly maxReplicas: number; readonly maxReplicaCount: number; readonly scaleTargetRef: { readonly name: string }; readonly triggers: readonly { readonly metadata: { readonly query: string } }[];
  readonly rules: readonly [{ readonly http: { readonly paths: readonly [{ readonly backend: { readonly service: object } }] } }];
  readonly podSelector: { readonly matchLabels: Rotulos }; readonly egress: readonly { readonly ports?: readonly object[] }[];
}
interface Objeto {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: Spec;
  readonly data?: Rotulos;
}
type Modelo = new (objeto: object) => { validate(): void };

const PASTA = join(process.cwd(), 'deploy', 'kubernetes');
const temKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
const MB: Readonly<Record<string, number>> = { Mi: 1, Gi: 1024 };
const megabytes = (quantidade: string): number => Number(/^\d+/.exec(quantidade)![0]) * MB[quantidade.replace(/^\d+/, '')]!;

/** The typed schema of an object's kind; what no package describes is a failure. */
async function validate(o: Objeto): Promise<void> {
  const [grupo, versao] = o.apiVersion.includes('/') ? o.apiVersion.split('/') : ['', o.apiVersion];
  const pacote = grupo === 'monitoring.coreos.com' ? '@kubernetes-models/prometheus-operator' : grupo === 'keda.sh' ? '@kubernetes-models/keda' : 'kubernetes-models';
  const Classe = ((await import(`${pacote}/${grupo ? `${grupo}/` : ''}${versao}/${o.kind}`)) as Record<string, Modelo>)[o.kind]!;
  new Classe(o).validate();
}

function render(pasta: string): readonly Objeto[] {
  const r = spawnSync('kubectl', ['kustomize', pasta], { encoding: 'utf8' });
  if (r.status !== 0) throw new Error(r.stderr);
  return parseAllDocuments(r.stdout).map((d) => d.toJS() as Objeto);
}

(temKubectl ? describe : describe.skip)(`deploy/kubernetes${temKubectl ? '' : ' (needs kubectl, which is not here)'}`, () => {
  let base: readonly Objeto[] = [];
  let exemplo: readonly Objeto[] = [];
  const find = (kind: string, name: string): Objeto => exemplo.find((o) => o.kind === kind && o.metadata.name === name)!;
  const pods = (): { readonly nome: string; readonly spec: Pod }[] => exemplo.filter((o) => ['Deployment', 'Job'].includes(o.kind)).map((o) => ({ nome: o.metadata.name, spec: o.spec.template.spec }));
  const configuracao = (): Readonly<Record<string, string>> => exemplo.find((o) => o.kind === 'ConfigMap')!.data!;

  beforeAll(() => {
    base = render(PASTA);
    exemplo = render(join(PASTA, 'exemplo'));
  });

  it('every object is what its typed schema says', async () => {
    expect(base.map((o) => o.kind)).toEqual(expect.arrayContaining(['ServiceAccount', 'ConfigMap', 'Service', 'Deployment', 'PodDisruptionBudget', 'HorizontalPodAutoscaler', 'Job', 'NetworkPolicy']));
    expect(exemplo.map((o) => o.kind)).toEqual(expect.arrayContaining(['Ingress', 'ScaledObject', 'ServiceMonitor', 'PodMonitor', 'PrometheusRule', 'Namespace']));
    for (const o of [...base, ...exemplo, parse(readFileSync(join(PASTA, 'exemplo', 'segredos.yaml'), 'utf8')) as Objeto]) await validate(o);
  });

  it('the schemas refuse what is wrong', async () => {
    const deployment = structuredClone(find('Deployment', 'alicit-api'));
    deployment.spec.template.spec.containers[0].ports[0]!.containerPort = 'três mil';
    await expect(validate(deployment)).rejects.toThrow(/containerPort/);
    await expect(validate({ ...find('ScaledObject', 'alicit-worker'), spec: {} as Spec })).rejects.toThrow(/scaleTargetRef/);
  });

  it('sets only variables that exist, to values that are accepted, and no secret in the open', () => {
    const segredos = Object.keys((parse(readFileSync(join(PASTA, 'exemplo', 'segredos.yaml'), 'utf8')) as { stringData: object }).stringData);
    const conhecidas = new Map(listVariaveis().map((v) => [v.nome, v]));
    for (const papel of ['api', 'worker']) {
      const proprias = Object.fromEntries(pods().find((p) => p.nome === `alicit-${papel}`)!.spec.containers[0].env!.map((e) => [e.name, e.value]));
      const todas = { ...configuracao(), ...proprias, DATABASE_URL: 'postgres://u:s@h/b' };
      expect(Object.keys(todas).filter((nome) => !conhecidas.has(nome))).toEqual([]);
      expect(parseConfig(todas, '/')).toMatchObject({ papel, producao: true, migrar: 'comando', http: { porta: 3000 } });
    }
    expect(segredos.filter((nome) => !conhecidas.get(nome)?.secreta)).toEqual([]);
    expect(Object.keys(configuracao()).filter((nome) => conhecidas.get(nome)!.secreta)).toEqual([]);
    expect(JSON.stringify(exemplo.filter((o) => o.kind === 'Secret'))).toBe('[]');
  });

  it('runs the version of this repository, with no rights it does not need', () => {
    const { version } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string };
    expect(pods().map((p) => p.nome).sort()).toEqual(['alicit-api', 'alicit-migrar', 'alicit-worker']);
    for (const { spec } of pods()) {
      const [c] = spec.containers;
      expect(c.image).toBe(`registro.exemplo.com.br/alicit:${version}`);
      expect(spec).toMatchObject({ serviceAccountName: 'alicit', automountServiceAccountToken: false, securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } } });
      expect(c.securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
      expect(c.resources.limits.memory).toBe('512Mi');
      expect(c.volumeMounts.map((v) => v.name).sort()).toEqual(spec.volumes.map((v) => v.name).sort());
    }
    expect(find('ServiceAccount', 'alicit')).toMatchObject({ automountServiceAccountToken: false });
  });

  it('probes, ports, labels and times fit together', () => {
    const { http: { encerramentoMs, retiradaMs } } = parseConfig({ ...configuracao(), DATABASE_URL: 'postgres://u:s@h/b' }, '/');
    for (const papel of ['api', 'worker']) {
      const d = find('Deployment', `alicit-${papel}`);
      const { metadata: { labels }, spec } = d.spec.template;
      const [c] = spec.containers;
      expect(labels).toMatchObject(d.spec.selector.matchLabels);
      expect(c.ports).toEqual([{ name: 'http', containerPort: 3000 }]);
      expect([c.startupProbe, c.livenessProbe, c.readinessProbe].map((p) => p.httpGet)).toEqual([{ path: '/health/live', port: 'http' }, { path: '/health/live', port: 'http' }, { path: '/health/ready', port: 'http' }]);
      expect(spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(c.lifecycle.preStop.sleep.seconds + (retiradaMs + encerramentoMs) / 1000 + 10);
      expect(find('PodDisruptionBudget', `alicit-${papel}`).spec.selector.matchLabels).toEqual(d.spec.selector.matchLabels);
      expect(spec.topologySpreadConstraints[0].labelSelector.matchLabels).toMatchObject({ 'app.kubernetes.io/component': papel });
      const dados = spec.volumes.find((v) => v.name === 'dados')!;
      const usados = ['ALICIT_COPIAS_MB', 'ALICIT_DOCUMENTOS_MB', 'ALICIT_CACHE_MB'].reduce((n, v) => n + Number(configuracao()[v]), 0);
      expect(usados).toBeLessThan(megabytes(dados.emptyDir.sizeLimit));
      expect(spec.volumes.reduce((n, v) => n + megabytes(v.emptyDir.sizeLimit), 0)).toBeLessThanOrEqual(megabytes(c.resources.limits['ephemeral-storage']!));
    }
    expect(find('Service', 'alicit-api').spec).toMatchObject({ selector: find('Deployment', 'alicit-api').spec.selector.matchLabels, ports: [{ targetPort: 'http' }] });
    expect(find('Ingress', 'alicit-api').spec.rules[0].http.paths[0].backend.service).toEqual({ name: 'alicit-api', port: { name: 'http' } });
    // The job's pods are nobody's: neither the service nor a deployment counts them.
    const migrar = find('Job', 'alicit-migrar').spec.template;
    expect(migrar.metadata.labels['app.kubernetes.io/component']).toBe('migrar');
    expect(migrar.spec.containers[0].command).toEqual(['node', 'dist/cli.js', 'migrar']);
  });

  it('has the alerts of deploy/prometheus/alertas.yml', () => {
    expect(find('PrometheusRule', 'alicit').spec).toEqual(parse(readFileSync(join(process.cwd(), 'deploy', 'prometheus', 'alertas.yml'), 'utf8')));
    expect(spawnSync(process.execPath, [join(process.cwd(), 'scripts', 'gerar-alertas.mjs'), '--conferir']).status).toBe(0);
  });

  it('scales within the connections it says it uses, and asks metrics the program has', () => {
    const escala = find('ScaledObject', 'alicit-worker').spec;
    const api = find('HorizontalPodAutoscaler', 'alicit-api').spec;
    expect(api.maxReplicas + escala.maxReplicaCount).toBe(Number(configuracao()['ALICIT_PROCESSOS']));
    expect([escala.scaleTargetRef.name, api.scaleTargetRef.name]).toEqual(['alicit-worker', 'alicit-api']);
    expect(['alicit-api', 'alicit-worker'].map((n) => find('Deployment', n).spec.replicas)).toEqual([undefined, undefined]);
    const fonte = readdirSync(join(process.cwd(), 'src'), { recursive: true, encoding: 'utf8' }).filter((a) => a.endsWith('.ts')).map((a) => readFileSync(join(process.cwd(), 'src', a), 'utf8')).join('\n');
    const nomes = escala.triggers.flatMap((t) => t.metadata.query.match(/alicit_\w+/g)!);
    expect(nomes.length).toBe(2);
    for (const nome of nomes) expect(fonte).toContain(`'${nome}'`);
  });

  it('everything is in the namespace, and the network is closed but where it is opened', () => {
    expect(exemplo.filter((o) => o.kind !== 'Namespace' && o.metadata.namespace !== 'alicit')).toEqual([]);
    const todos = find('NetworkPolicy', 'alicit').spec;
    expect(todos).toMatchObject({ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'alicit' } }, policyTypes: ['Ingress', 'Egress'] });
    expect(todos.egress.every((r) => r.ports?.length)).toBe(true);
    expect(find('NetworkPolicy', 'alicit-api').spec.podSelector.matchLabels).toMatchObject({ 'app.kubernetes.io/component': 'api' });
  });
});
