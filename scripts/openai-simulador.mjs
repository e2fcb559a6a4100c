// An OpenAI on this machine, for people without a key: the server the tests use, answered by a model that only says what the
// prompt holds. Run by npm, which puts the Node of node_modules/.bin first (it reads TypeScript as it is).
import { Command, InvalidArgumentError } from 'commander';
import { FALHAS, isFalha, responderHonesto, startOpenAiServer } from '../test/support/openai-server/index.ts';

const numero = (minimo, maximo, inteiro = true) => (texto) => {
  const n = Number(texto);
  if (texto.trim() === '' || !(n >= minimo && n <= maximo) || (inteiro && !Number.isInteger(n))) throw new InvalidArgumentError(`esperado um número de ${minimo} a ${maximo}.`);
  return n;
};
const tipos = (texto) => {
  const nomes = texto.split(',').map((t) => t.trim()).filter(Boolean);
  const errado = nomes.find((n) => !isFalha(n));
  if (errado !== undefined || !nomes.length) throw new InvalidArgumentError(`a falha ${errado ?? ''} não existe; veja as que há com --listar-falhas.`);
  return nomes;
};

const programa = new Command('openai:simulador')
  .description('Imita o servidor da OpenAI nesta máquina: responde com o que está no edital, sem chave e sem custo, para experimentar os agentes, as perguntas e os vetores.')
  .option('--porta <n>', 'porta em 127.0.0.1; 0 escolhe uma livre', numero(0, 65_535), 4790)
  .option('--latencia <ms>', 'milissegundos até cada resposta', numero(0, 60_000), 300)
  .option('--falhas <p>', 'proporção de pedidos que falham, de 0 a 1', numero(0, 1, false), 0)
  .option('--tipos <nomes>', 'as falhas que acontecem, separadas por vírgula (padrão: as comuns num serviço de verdade)', tipos)
  .option('--semente <n>', 'o que foi sorteado se repete com o mesmo número', numero(0, 1e9), 1)
  .option('--chave <texto>', 'aceita só esta chave; sem ela, qualquer uma')
  .option('--ledger <arquivo>', 'acrescenta a este arquivo uma linha de JSON por pedido')
  .option('--listar-falhas', 'mostra as falhas que há e encerra')
  .helpOption('--help', 'mostra esta ajuda')
  .usage('[opções]')
  .configureHelp({ styleTitle: (t) => ({ 'Usage:': 'Uso:', 'Options:': 'Opções:' })[t] ?? t, optionDescription: (o) => (o.defaultValue === undefined ? o.description : `${o.description} (padrão: ${o.defaultValue})`) })
  .configureOutput({ outputError: (texto, escrever) => escrever(texto.replace(/^error: option '(.*?)' argument '(.*?)' is invalid\./, 'erro: $1 não aceita “$2”:').replace(/^error: unknown option '(.*?)'/, 'erro: a opção $1 não existe').replace(/^error: /, 'erro: ')) });
programa.parse();
const { porta, latencia, falhas, tipos: nomes, semente, chave, ledger, listarFalhas } = programa.opts();

if (listarFalhas) {
  const CAMADAS = { rede: 'De rede', resposta: 'Da forma da resposta', semantica: 'Do que é dito', vetor: 'Dos vetores' };
  for (const [camada, titulo] of Object.entries(CAMADAS)) console.log(`${titulo}:\n  ${FALHAS.filter((f) => f.camada === camada).map((f) => f.nome).join('\n  ')}`);
  process.exit(0);
}

try {
  const servidor = await startOpenAiServer({
    porta, latenciaMs: latencia, responder: responderHonesto, falhas: { probabilidade: falhas, semente, ...(nomes ? { nomes } : {}) }, ...(chave === undefined ? {} : { chave }), ...(ledger === undefined ? {} : { arquivoLedger: ledger }),
    ritmo: { entreEventosMs: 15, lentidaoMs: 5000, penduradaMs: 120_000, esperaMs: 2000 },
  });
  console.log(`Cada resposta leva ${latencia} ms; falhas em ${Math.round(falhas * 100)} % dos pedidos.`);
  console.log('Aponte o ALICIT para cá:');
  console.log(`  OPENAI_BASE_URL=${servidor.url}`);
  console.log(`  OPENAI_API_KEY=${chave ?? 'qualquer'}`);
  console.log('Ctrl+C encerra.');
  let encerrando = false;
  for (const sinal of ['SIGINT', 'SIGTERM']) {
    process.on(sinal, () => {
      if (encerrando) return;
      encerrando = true;
      const soma = (campo) => servidor.ledger.reduce((t, l) => t + l[campo], 0).toLocaleString('pt-BR');
      console.log(`\n${servidor.ledger.length} ${servidor.ledger.length === 1 ? 'pedido atendido' : 'pedidos atendidos'}, ${servidor.ledger.filter((l) => l.falha).length} com falha; ${soma('promptTokens')} tokens lidos e ${soma('completionTokens')} escritos.`);
      void servidor.close().then(() => process.exit(0));
    });
  }
} catch (erro) {
  console.error(erro?.code === 'EADDRINUSE' ? `erro: a porta ${porta} já está em uso; escolha outra com --porta.` : erro?.code === 'ENOENT' ? `erro: a pasta de ${ledger} não existe.` : `erro: ${erro?.message ?? erro}`);
  process.exit(1);
}
