/**
 * The flow of imports is one way: kernel ← portugues, config ← observacao ← storage ← http ← acesso ← oficina, saida, jobs, eventos ← pncp, modelos ← acervo, vetores ← sincronizacao, sancoes, empresas,
 * licitacoes ← editais ← documentos ← analises ← recomendacoes, agentes ← perguntas, relatorios ← rascunhos, workflows, webhooks ← avisos ← alertas ← health, metrics, faxina ← the doors (main.ts, cli.ts).
 * Features meet through their index.ts or their module; domain/ knows no framework and no I/O. test/arquitetura plants
 * one violation of each rule to prove that it still bites.
 */
const abaixo = (nome, permitidos) => ({
  name: `fluxo-${nome}`,
  comment: `${nome}/ imports only ${permitidos.join(', ')} of the features`,
  severity: 'error',
  from: { path: `^src/${nome}/` },
  to: { path: '^src/[^/]+/', pathNot: `^src/(${[nome, ...permitidos].join('|')})/` },
});
const base = ['kernel', 'config', 'observacao', 'storage', 'http', 'acesso'];
const FLUXO = {
  kernel: [], portugues: ['kernel'], config: ['kernel'], observacao: ['kernel', 'config'], storage: ['kernel', 'config', 'observacao'], http: ['kernel', 'config', 'observacao', 'storage'], acesso: ['kernel', 'config', 'observacao', 'storage', 'http'],
  oficina: ['kernel', 'config', 'observacao'], saida: ['kernel', 'config', 'observacao'], jobs: ['kernel', 'config', 'observacao', 'storage'], eventos: [...base, 'jobs'],
  pncp: ['kernel', 'config', 'observacao', 'saida'], acervo: [...base, 'jobs', 'pncp'], sincronizacao: [...base, 'jobs', 'pncp', 'acervo'], sancoes: [...base, 'jobs'],
  modelos: [...base, 'saida'], vetores: [...base, 'oficina', 'jobs', 'modelos'],
  empresas: base, licitacoes: [...base, 'jobs', 'eventos', 'pncp', 'acervo'], editais: [...base, 'portugues', 'oficina', 'jobs', 'modelos', 'vetores', 'licitacoes'],
  documentos: [...base, 'oficina', 'empresas', 'editais'],
  analises: [...base, 'portugues', 'oficina', 'jobs', 'eventos', 'acervo', 'sancoes', 'empresas', 'licitacoes', 'editais'],
  recomendacoes: [...base, 'portugues', 'oficina', 'jobs', 'eventos', 'modelos', 'vetores', 'acervo', 'empresas', 'licitacoes'],
  agentes: [...base, 'portugues', 'oficina', 'modelos', 'vetores', 'empresas', 'licitacoes', 'editais', 'analises'],
  rascunhos: [...base, 'portugues', 'oficina', 'empresas', 'licitacoes', 'editais', 'analises', 'relatorios'],
  perguntas: [...base, 'portugues', 'oficina', 'modelos', 'vetores', 'empresas', 'licitacoes', 'editais', 'analises', 'agentes'],
  relatorios: [...base, 'oficina', 'empresas', 'licitacoes', 'editais', 'analises'],
  workflows: [...base, 'oficina', 'jobs', 'eventos', 'modelos', 'vetores', 'empresas', 'licitacoes', 'editais', 'analises', 'agentes', 'relatorios'],
  webhooks: [...base, 'saida', 'jobs', 'eventos'],
  avisos: [...base, 'saida', 'jobs', 'eventos', 'acervo', 'empresas', 'licitacoes', 'editais', 'analises', 'recomendacoes', 'webhooks'],
  alertas: [...base, 'saida', 'modelos', 'analises', 'webhooks', 'avisos'],
  processos: ['kernel', 'config', 'observacao', 'storage', 'jobs'],
  copia: ['kernel', 'config', 'storage'],
};
const portas = ['portugues', 'observacao', 'health', 'metrics', 'faxina', 'storage', 'acesso', 'oficina', 'saida', 'jobs', 'eventos', 'pncp', 'acervo', 'sincronizacao', 'sancoes', 'modelos', 'vetores', 'empresas', 'licitacoes', 'editais', 'documentos', 'analises', 'recomendacoes', 'agentes', 'rascunhos', 'perguntas', 'relatorios', 'workflows', 'webhooks', 'avisos', 'alertas', 'processos', 'copia'];

module.exports = {
  forbidden: [
    ...Object.entries(FLUXO).map(([nome, permitidos]) => abaixo(nome, permitidos)),
    ...portas.map((r) => ({
      name: `porta-${r}`,
      comment: `${r}/ is entered through its index.ts (or its module)`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${r}/` },
      to: { path: `^src/${r}/`, pathNot: `^src/${r}/(index|${r}(-cli)?\\.module)\\.ts$` },
    })),
    {
      name: 'dominio-puro',
      comment: 'domain/, the kernel and the Portuguese analysis import no framework, no I/O',
      severity: 'error',
      from: { path: '^src/(kernel/|portugues/|[^/]+/domain/)' },
      to: { path: '(^|/)(@nestjs|@mastra|typeorm|pg|fastify|piscina|undici)(/|$)|^(node:)?(fs|net|http|https|child_process|worker_threads)(/|$)' },
    },
    { name: 'sem-ciclos', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'sem-orfaos-externos', comment: 'only dependencies, never devDependencies, in what ships', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] } },
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' }, enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] } },
};
