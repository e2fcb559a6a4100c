import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const RAIZ = process.cwd();
const DEPCRUISE = join(RAIZ, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

function cruise(cwd: string): { codigo: number | null; saida: string } {
  const r = spawnSync(process.execPath, [DEPCRUISE, '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src'], { cwd, encoding: 'utf8' });
  return { codigo: r.status, saida: r.stdout + r.stderr };
}

/** One planted violation per rule: file → content. A rule that stops firing would otherwise pass for ever. */
const PLANTADAS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'fluxo-kernel': { 'src/kernel/a.ts': "import '../editais/index.js';", 'src/editais/index.ts': 'export {};' },
  'fluxo-config': { 'src/config/a.ts': "import '../editais/index.js';" },
  'fluxo-observacao': { 'src/observacao/a.ts': "import '../editais/index.js';" },
  'fluxo-storage': { 'src/storage/a.ts': "import '../editais/index.js';" },
  'fluxo-http': { 'src/http/a.ts': "import '../editais/index.js';" },
  'fluxo-acesso': { 'src/acesso/a.ts': "import '../editais/index.js';" },
  'fluxo-portugues': { 'src/portugues/a.ts': "import '../editais/index.js';" },
  'fluxo-oficina': { 'src/oficina/a.ts': "import '../editais/index.js';" },
  'fluxo-saida': { 'src/saida/a.ts': "import '../editais/index.js';" },
  'fluxo-jobs': { 'src/jobs/a.ts': "import '../editais/index.js';" },
  'fluxo-eventos': { 'src/eventos/a.ts': "import '../editais/index.js';" },
  'fluxo-pncp': { 'src/pncp/a.ts': "import '../editais/index.js';" },
  'fluxo-acervo': { 'src/acervo/a.ts': "import '../editais/index.js';" },
  'fluxo-sincronizacao': { 'src/sincronizacao/a.ts': "import '../editais/index.js';" },
  'fluxo-sancoes': { 'src/sancoes/a.ts': "import '../editais/index.js';" },
  'fluxo-recomendacoes': { 'src/recomendacoes/a.ts': "import '../relatorios/index.js';" },
  'fluxo-avisos': { 'src/avisos/a.ts': "import '../cli/x.js';" },
  'fluxo-alertas': { 'src/alertas/a.ts': "import '../cli/x.js';" },
  'fluxo-processos': { 'src/processos/a.ts': "import '../editais/index.js';" },
  'fluxo-copia': { 'src/copia/a.ts': "import '../editais/index.js';" },
  'fluxo-modelos': { 'src/modelos/a.ts': "import '../editais/index.js';" },
  'fluxo-vetores': { 'src/vetores/a.ts': "import '../editais/index.js';" },
  'fluxo-agentes': { 'src/agentes/a.ts': "import '../cli/x.js';" },
  'fluxo-rascunhos': { 'src/rascunhos/a.ts': "import '../cli/x.js';" },
  'fluxo-perguntas': { 'src/perguntas/a.ts': "import '../cli/x.js';" },
  'fluxo-empresas': { 'src/empresas/a.ts': "import '../editais/index.js';" },
  'fluxo-licitacoes': { 'src/licitacoes/a.ts': "import '../analises/index.js';", 'src/analises/index.ts': 'export {};' },
  'fluxo-editais': { 'src/editais/a.ts': "import '../analises/index.js';" },
  'fluxo-documentos': { 'src/documentos/a.ts': "import '../analises/index.js';" },
  'fluxo-analises': { 'src/analises/a.ts': "import '../relatorios/index.js';", 'src/relatorios/index.ts': 'export {};' },
  'fluxo-relatorios': { 'src/relatorios/a.ts': "import '../cli/x.js';", 'src/cli/x.ts': 'export {};' },
  'fluxo-workflows': { 'src/workflows/a.ts': "import '../cli/x.js';" },
  'fluxo-webhooks': { 'src/webhooks/a.ts': "import '../editais/index.js';" },
  ...Object.fromEntries(
    ['portugues', 'observacao', 'health', 'metrics', 'faxina', 'storage', 'acesso', 'oficina', 'saida', 'jobs', 'eventos', 'pncp', 'acervo', 'sincronizacao', 'sancoes', 'modelos', 'vetores', 'empresas', 'licitacoes', 'editais', 'documentos', 'analises', 'recomendacoes', 'agentes', 'rascunhos', 'perguntas', 'relatorios', 'workflows', 'webhooks', 'avisos', 'alertas', 'processos', 'copia'].map((r) => [
      `porta-${r}`, { [`src/cli/usa-${r}.ts`]: `import '../${r}/dentro.js';`, [`src/${r}/dentro.ts`]: 'export {};' },
    ]),
  ),
  'dominio-puro': { 'src/editais/domain/impuro.ts': "import 'node:fs';" },
  'sem-ciclos': { 'src/kernel/c1.ts': "import './c2.js';", 'src/kernel/c2.ts': "import './c1.js';" },
  'sem-orfaos-externos': { 'src/kernel/dev.ts': "import 'fast-check';" },
};

describe('architecture', () => {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-arq-'));
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));

  it('holds in the source tree', () => {
    const { codigo, saida } = cruise(RAIZ);
    expect(saida).not.toMatch(/error /);
    expect(codigo).toBe(0);
  }, 60_000);

  it('every rule bites on its planted violation', () => {
    for (const arquivos of Object.values(PLANTADAS)) {
      for (const [nome, texto] of Object.entries(arquivos)) {
        mkdirSync(dirname(join(pasta, nome)), { recursive: true });
        writeFileSync(join(pasta, nome), `${texto}\n`);
      }
    }
    for (const f of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(join(RAIZ, f), join(pasta, f));
    symlinkSync(join(RAIZ, 'node_modules'), join(pasta, 'node_modules'));
    const { saida } = cruise(pasta);
    const regras = (readConfig() as { forbidden: { name: string }[] }).forbidden.map((r) => r.name);
    expect(Object.keys(PLANTADAS).sort()).toEqual([...regras].sort());
    for (const regra of regras) expect(saida).toContain(regra);
  }, 60_000);

  it('only config/ reads the environment and only the doors know the clock', () => {
    const culpados: string[] = [];
    for (const arquivo of sources(join(RAIZ, 'src'))) {
      const nome = relative(RAIZ, arquivo);
      const texto = readFileSync(arquivo, 'utf8');
      if (/process\.env/.test(texto) && !/^src\/config\//.test(nome)) culpados.push(`${nome}: process.env`);
      if (/Date\.now\(\)|new Date\(\)|DateTime\.(?:now|local)\(\)|Math\.random\(\)/.test(texto) && /^src\/(kernel|portugues|analises|editais\/(domain|fatos|extracao|busca|itens)|empresas|documentos\/domain|relatorios|webhooks\/domain)\//.test(nome) && !/\.(service|controller|module)\.ts$/.test(nome)) culpados.push(`${nome}: clock or chance`);
    }
    expect(culpados).toEqual([]);
  });
});

function readConfig(): unknown {
  const r = spawnSync(process.execPath, ['-p', 'JSON.stringify(require("./.dependency-cruiser.cjs"))'], { cwd: RAIZ, encoding: 'utf8' });
  return JSON.parse(r.stdout);
}

function* sources(pasta: string): Generator<string> {
  for (const f of readdirSync(pasta, { withFileTypes: true })) {
    if (f.isDirectory()) yield* sources(join(pasta, f.name));
    else if (f.name.endsWith('.ts')) yield join(pasta, f.name);
  }
}
