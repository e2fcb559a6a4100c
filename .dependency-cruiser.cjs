/**
 * The flow of imports is one way: kernel ← config ← oficina, empresas, licitacoes ← editais ← analises ← relatorios ← cli.
 * Features meet through their index.ts only; domain/ knows no framework and no I/O. test/arquitetura plants one
 * violation of each rule to prove that it still bites.
 */
const abaixo = (nome, permitidos) => ({
  name: `fluxo-${nome}`,
  comment: `${nome}/ imports only ${permitidos.join(', ')} of the features`,
  severity: 'error',
  from: { path: `^src/${nome}/` },
  to: { path: '^src/[^/]+/', pathNot: `^src/(${[nome, ...permitidos].join('|')})/` },
});
const recursos = ['oficina', 'empresas', 'licitacoes', 'editais', 'analises', 'relatorios'];

module.exports = {
  forbidden: [
    abaixo('kernel', []),
    abaixo('config', ['kernel']),
    abaixo('oficina', ['kernel', 'config']),
    abaixo('empresas', ['kernel', 'config']),
    abaixo('licitacoes', ['kernel', 'config']),
    abaixo('editais', ['kernel', 'config', 'oficina']),
    abaixo('analises', ['kernel', 'config', 'oficina', 'empresas', 'licitacoes', 'editais']),
    abaixo('relatorios', ['kernel', 'config', 'oficina', 'empresas', 'licitacoes', 'editais', 'analises']),
    ...recursos.map((r) => ({
      name: `porta-${r}`,
      comment: `${r}/ is entered through its index.ts (or its module)`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${r}/` },
      to: { path: `^src/${r}/`, pathNot: `^src/${r}/(index|${r}\\.module)\\.ts$` },
    })),
    {
      name: 'dominio-puro',
      comment: 'domain/ and the kernel import no framework, no I/O',
      severity: 'error',
      from: { path: '^src/(kernel/|[^/]+/domain/)' },
      to: { path: '(^|/)(@nestjs|@mastra|typeorm|pg|fastify|piscina|undici)(/|$)|^(node:)?(fs|net|http|https|child_process|worker_threads)(/|$)' },
    },
    { name: 'sem-ciclos', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'sem-orfaos-externos', comment: 'only dependencies, never devDependencies, in what ships', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] } },
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' }, enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] } },
};
