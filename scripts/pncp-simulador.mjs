// PNCP on this machine, for people: the server the tests use, over records of a folder or invented ones. Run by npm, which
// puts the Node of node_modules/.bin first (it reads TypeScript as it is).
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { carregarRegistros, gerarRegistros, PESOS_REAIS, startPncpServer } from '../test/support/pncp-server/index.ts';

const numero = (minimo, maximo, inteiro = true) => (texto) => {
  const n = Number(texto);
  if (texto.trim() === '' || !(n >= minimo && n <= maximo) || (inteiro && !Number.isInteger(n))) throw new InvalidArgumentError(`esperado um número de ${minimo} a ${maximo}.`);
  return n;
};

const programa = new Command('pncp:simulador')
  .description('Imita o PNCP nesta máquina, com falhas à escolha, para experimentar a sincronização sem usar o PNCP.')
  .option('--dados <pasta>', 'pasta com *.json e *.jsonl de certames (listas, páginas do PNCP ou JSON por linha); sem ela, certames inventados')
  .option('--quantidade <n>', 'certames inventados, sem --dados', numero(1, 200_000), 1000)
  .option('--porta <n>', 'porta em 127.0.0.1; 0 escolhe uma livre', numero(0, 65_535), 4780)
  .option('--falhas <p>', 'proporção de pedidos que falham, de 0 a 1, na mistura medida no PNCP', numero(0, 1, false), 0)
  .option('--semente <n>', 'o que foi sorteado se repete com o mesmo número', numero(0, 1e9), 1)
  .option('--atraso <ms>', 'milissegundos até cada resposta', numero(0, 60_000), 0)
  .helpOption('--help', 'mostra esta ajuda')
  .usage('[opções]')
  .configureHelp({ styleTitle: (t) => ({ 'Usage:': 'Uso:', 'Options:': 'Opções:' })[t] ?? t, optionDescription: (o) => (o.defaultValue === undefined ? o.description : `${o.description} (padrão: ${o.defaultValue})`) })
  .configureOutput({ outputError: (texto, escrever) => escrever(texto.replace(/^error: option '(.*?)' argument '(.*?)' is invalid\./, 'erro: $1 não aceita “$2”:').replace(/^error: unknown option '(.*?)'/, 'erro: a opção $1 não existe').replace(/^error: /, 'erro: ')) });
programa.parse();
const { dados, quantidade, porta, falhas, semente, atraso } = programa.opts();

try {
  const carga = dados === undefined ? { registros: gerarRegistros({ quantidade, semente }), arquivos: [] } : carregarRegistros(resolve(process.env['INIT_CWD'] ?? '.', dados));
  if (!carga.registros.length) throw new Error(`nenhum certame do PNCP nos *.json e *.jsonl de ${dados}`);
  const servidor = await startPncpServer({ registros: carga.registros, porta, semente, atrasoMs: atraso, falhas: { probabilidade: falhas, pesos: PESOS_REAIS }, ritmo: { semRespostaMs: 70_000, lentidaoMs: 3000, esperaS: 5 } });
  const dias = carga.registros.map((r) => String(r.dataPublicacaoPncp).slice(0, 10)).sort();
  for (const [nome, certames] of carga.arquivos) console.log(`${nome}: ${certames} certames`);
  console.log(`${servidor.total} certames, publicados de ${dias[0]} a ${dias.at(-1)}; falhas em ${Math.round(falhas * 100)} % dos pedidos.`);
  console.log('Aponte o ALICIT para cá:');
  console.log(`  PNCP_CONSULTA_URL=${servidor.consultaUrl}`);
  console.log(`  PNCP_URL=${servidor.url}`);
  if (falhas > 0) console.log('E, para não esperar como se espera o PNCP:\n  ALICIT_PNCP_PAUSA_MS=500\n  ALICIT_PNCP_ESPERA_MS=50\n  ALICIT_PNCP_TEMPO_S=5');
  console.log('Ctrl+C encerra.');
  let encerrando = false;
  for (const sinal of ['SIGINT', 'SIGTERM']) {
    process.on(sinal, () => {
      if (encerrando) return;
      encerrando = true;
      console.log(`\n${servidor.ledger.length} pedidos atendidos, ${servidor.ledger.filter((p) => p.falha).length} com falha.`);
      void servidor.close().then(() => process.exit(0));
    });
  }
} catch (erro) {
  console.error(erro?.code === 'EADDRINUSE' ? `erro: a porta ${porta} já está em uso; escolha outra com --porta.` : erro?.code === 'ENOENT' ? `erro: a pasta ${dados} não existe.` : `erro: ${erro?.message ?? erro}`);
  process.exit(1);
}
