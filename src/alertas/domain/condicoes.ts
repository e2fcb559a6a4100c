/** `critica`: work stops or is lost if nobody acts; `atencao`: the service goes on with less. */
export type Gravidade = 'critica' | 'atencao';

/** Something that may go wrong, and what the person who is told should do. */
export interface Condicao {
  readonly gravidade: Gravidade;
  readonly titulo: string;
  readonly fazer: string;
  /** How long it must be bad, and then well, without a break; ms. */
  readonly abrirMs: number;
  readonly fecharMs: number;
}

const MIN = 60_000;
const condicao = (gravidade: Gravidade, titulo: string, fazer: string, abrirMs = 2 * MIN, fecharMs = 2 * MIN): Condicao => ({ gravidade, titulo, fazer, abrirMs, fecharMs });

/** The database: its alerts need it neither to be found nor to be told. */
export const CHAVE_BANCO = 'dependencia:banco';

/** By key; the texts are all an alert says besides numbers, classes of errors and instants. */
const CONDICOES: Readonly<Record<string, Condicao>> = {
  [CHAVE_BANCO]: condicao('critica', 'Banco de dados fora do ar', 'Veja se o PostgreSQL está de pé e aceita conexões, e se DATABASE_URL e a senha estão certas. Nada aceito se perde: o serviço volta sozinho quando o banco voltar.', MIN, MIN),
  'dependencia:fila': condicao('critica', 'Fila de trabalhos com problema', 'Atrasada: aumente os processos worker ou ALICIT_CONCORRENCIA. Indisponível: veja o banco e o log do worker.'),
  'dependencia:arquivos': condicao('critica', 'Armazenamento de arquivos fora do ar', 'Veja espaço e permissões da pasta de dados, ou o serviço S3 e suas chaves. Envios são recusados até voltar.'),
  'dependencia:trabalhadores': condicao('critica', 'Nenhum processo trabalha na fila', 'Suba um processo com ALICIT_ROLE=worker (ou all) e veja por que o anterior morreu. O que foi aceito espera na fila.'),
  'dependencia:sincronizacao': condicao('atencao', 'Cópia do PNCP atrasada', 'Veja GET /v1/sincronizacao e se há worker com ALICIT_SINCRONIZA=1. As consultas seguem com o que já foi lido.', 10 * MIN),
  'dependencia:openai': condicao('atencao', 'Servidor de modelos com problema', 'chave_invalida: troque OPENAI_API_KEY. limite: veja saldo e cota na conta. indisponivel: aguarde ou aponte OPENAI_BASE_URL para outro. As análises saem só com as regras.', 5 * MIN, 5 * MIN),
  'dependencia:pinecone': condicao('atencao', 'Loja de vetores com problema', 'chave_invalida: troque PINECONE_API_KEY. Senão aguarde: a busca segue por palavras.', 5 * MIN, 5 * MIN),
  'dependencia:email': condicao('atencao', 'Servidor de e-mail com problema', 'Veja SMTP_URL, usuário e senha, e se o servidor aceita conexões. Os avisos esperam e são enviados quando voltar.', 5 * MIN, 5 * MIN),
  'dependencia:pncp': condicao('atencao', 'PNCP sem responder', 'Em geral basta aguardar: o portal oscila. Se durar horas, veja se esta máquina alcança pncp.gov.br.', 15 * MIN, 5 * MIN),
  'http:erros': condicao('critica', 'Muitas respostas com erro (5xx)', 'Procure no log as linhas “falha interna” e as rotas com status 5xx; confira /health. Se começou com uma atualização, volte à versão anterior.', MIN, 5 * MIN),
  'analises:paradas': condicao('critica', 'Análise aceita e não terminada', 'Veja em /health os itens fila, banco e trabalhadores, e no log do worker o que houve com as mais antigas. Nenhuma se perde: seguem na fila.', MIN, MIN),
  'modelos:orcamento_80': condicao('atencao', 'Orçamento de modelos perto do fim', 'Se o uso é esperado, aumente ALICIT_ORCAMENTO_DIA; senão veja no /metrics quem gasta. Renova à meia-noite UTC.', 0, MIN),
  'modelos:orcamento_esgotado': condicao('critica', 'Orçamento de modelos esgotado', 'Até a meia-noite UTC as análises saem só com as regras. Aumente ALICIT_ORCAMENTO_DIA se o uso é esperado.', 0, MIN),
  'avisos:parados': condicao('critica', 'Avisos por e-mail não entregues', 'Veja o item email de /health, se há worker vivo e o log “avisos”. Os avisos esperam e saem quando o motivo acabar.', 5 * MIN, 5 * MIN),
};

/** An item of /health that has no text of its own here. */
const outra = (nome: string): Condicao => condicao('atencao', `Item ${nome} de /health com problema`, 'Veja GET /health e o log do serviço.', 5 * MIN, 5 * MIN);

export const CHAVES: readonly string[] = Object.keys(CONDICOES);
export const condicaoDe = (chave: string): Condicao => CONDICOES[chave] ?? outra(chave.slice(chave.indexOf(':') + 1));
