import { findAchados, isCondicional, type Achado } from '../extracao/achados.js';
import { isEqual, weighRegiao, preferEdital, mergeSobrepostos } from '../extracao/autoridade-contrato.js';
import { defineCampo, type Candidato, type Contexto } from '../extracao/candidato.js';
import { ENTRE_CELULAS, INICIO_DE_LINHA, isRemetidoAFolha } from '../extracao/folha-de-dados.js';
import { readResposta } from '../extracao/formulario.js';
import { extendFim, fraseDe } from '../extracao/limites-de-frase.js';
import { findPercentuais } from '../extracao/percentuais.js';

type Valor = 'permitida' | 'vedada';

const SUB = String.raw`(?:sub-?\s?contrat(?:acao|acoes|ar\b|ad[oa]s?\b)|sub-?\s?empreit\w+)`;
const ACAO = String.raw`(?:sub-?\s?contratac(?:ao|oes)|sub-?\s?empreit\w+)`;
const PERMITE = String.raw`(?:admitid|permitid|facultad|aceit|autorizad)[oa]s?`;
const VEDA = String.raw`(?:vedad|proibid)[oa]s?`;
const NEGA = new RegExp(String.raw`\bnao\s+(?:serao?|e|sao|sendo|fica|esta|se)\s+(?:${PERMITE}|admit\w+|permit\w+)\b[^.;]{0,70}?\b${SUB}|\b${VEDA}\b[^.;:]{0,90}?\b${SUB}|\bnao\s+poder(?:a|ao)\s+(?:ser\s+)?(?:[^.;]{0,40}?\b)?${SUB}|\bvedad[oa]s?[^.;]{0,30}:\s*[a-z0-9)\s.-]{0,8}${SUB}`);
const NEGA_DEPOIS = new RegExp(String.raw`\b${ACAO}(?:[^.;()]|\([^()]{0,90}\)){0,70}?(?:\bnao\s+(?:serao?|e|sao)\s+${PERMITE}|\b(?:e|sera|fica|esta)\s+(?:expressamente\s+)?${VEDA}|:\s*${VEDA})`);
const ADMITE = new RegExp(String.raw`\b(?:(?:serao?|e|sao|fica|ficam|esta)\s+(?:expressamente\s+)?${PERMITE}|admite-se|admitir-se-a|permite-se)\b[^.;]{0,60}?\b${SUB}|\bpoder(?:a|ao)\s*,?\s*(?:ser\s+)?(?:[^.;]{0,45}?\b)?${SUB}`);
const ADMITE_DEPOIS = new RegExp(String.raw`\b${ACAO}(?:[^.;()]|\([^()]{0,90}\)){0,70}?(?:\b(?:sera|e|fica)\s+(?:expressamente\s+)?${PERMITE}|:\s*${PERMITE})`);
const PARCIAL_APESAR = new RegExp(String.raw`\b${SUB}[^.;]{0,140}?(?:\bpodendo|permitid[oa]|podera)\b[^.;]{0,50}?\bfaze-?\s*l[oa]\b[^.;]{0,20}parcial`);
const LIMITE = new RegExp(String.raw`\b${SUB}[^.;]{0,60}?(?:nao\s+(?:podera\s+)?(?:exced|ultrapass)\w*|(?:ate\s+o\s+)?limite\s+(?:maximo\s+)?de|limitad[oa]\s+a)[^.;]{0,40}?\d{1,2}(?:,\d+)?\s*(?:\([^)]{1,30}\)\s*)?%`);
const DEPENDE = new RegExp(String.raw`\b${SUB}\s+(?:parcial\s+)?(?:depende|dependera)\s+d[ea]\s+(?:(?:previa|expressa|formal|e)\s+){0,4}(?:autorizacao|anuencia)`);
const TRANSFERIR = /\bnao\s+(?:poder(?:a|ao)\s+)?(?:ser\s+)?(?:transferir|ceder|cedid\w+|transferid\w+)\b[^.;]{0,120}\b(?:outrem|terceiros)\b/;

const SEM_PREVISAO = new RegExp(String.raw`\bnao\s+(?:ha|havera|existe)\s+(?:a\s+)?(?:possibilidade|previsao|hipotese)\s+(?:de|para)\s+(?:a\s+)?${SUB}`);
/** The label of a form, whose answer follows. */
const PERGUNTA = new RegExp(String.raw`\b${SUB}(?:\s+d[oa]\s+\w+)?(?=\s*[:?(-])`);

const AUTORIZACAO = /(?:sem|salvo|exceto|senao|a nao ser)\b[^.;]{0,40}?(?:autorizacao|anuencia|consentimento|aprovacao|concordancia|permissao)/;
/** "Vedada, exceto a instalação, até 30 %": some of it may be. */
const EXCETO_PARTE = /sub-? ?(?:contrat|empreit)[^.;]{0,60}\b(?:exceto|salvo|ressalvad[oa]s?|a excecao|com excecao)\b[^.;]{0,12}\b(?:quanto |para |d?[aeo]s? |n[oa]s? )*(?:servicos?|transport\w*|instalac\w+|montagem|frete|parcela|atividades|itens|manutenc\w+|treinamento|logistica|coleta|entrega|projetos?|terraplenagem|sondage\w+)[^.;]{0,60}/;
const SALVO = /(?:salvo|exceto|a nao ser)\b[^.;]{0,40}?(?:autorizacao|anuencia|consentimento|aprovacao)/;
/** Prohibits only some of it (art. 122 §2º and §3º): relatives and staff, the whole object, the main part. */
const SO_PARTE = /(?:total|integral|completa|no seu todo|na totalidade|da totalidade|parcela principal|parcelas? de maior relevancia|nucleo|objeto principal|escopo principal)/;
const TOTAL_OU_PARCIAL = /total ou parcial|parcial ou total|no todo ou em parte|em parte ou no todo|total e parcial|todo ou parte|total,? (?:ou|e) parcialmente|totalmente ou parcialmente|integral ou parcial/;
const QUEM_DISPUTOU = /(?:empresas?|licitantes?) que (?:tenha|haja|participa|tiver|concorr)/;
const PARENTES = /pessoas? (?:fisicas?|juridicas?)[^.;]{0,100}(?:vinculo|dirigente|aquela|conjuge|se esta)|parente|conjuge|artigo 122|mantiver/;

const CONDICAO_PROPRIA = /(?:caso|se|quando|havendo|na hipotese de|em caso de|desde que|eventual)\s+(?:for\s+|seja\s+|haja\s+|houver\s+|expressamente\s+)?(?:admitid\w+|permitid\w+|autorizad\w+|prevista)?\s*(?:a\s+)?$/;

function classify(nega: boolean, a: Achado, frase: string): { valor: Valor; peso: number; nota?: string }[] {
  const ate = frase.slice(0, 420);
  if (!nega) return [{ valor: 'permitida', peso: 0.92, ...notaLimite(ate) }];
  if (/faze-?\s*l[oa]\b[^.;]{0,20}parcial/.test(ate)) return [];
  const achado = a.g[0]!.replace(/\s+/g, ' ') + a.depois(60).replace(/\s+/g, ' ');
  const excecao = EXCETO_PARTE.exec(ate)?.[0];
  if (excecao && !/autoriza|anuencia|consentiment|aprovac/.test(excecao)) return [{ valor: 'permitida', peso: 0.8, ...notaLimite(ate), ...(findPercentuais(ate).length ? {} : { nota: 'Só a parte que o documento ressalva.' }) }];
  if (AUTORIZACAO.test(ate)) {
    const nota = 'Depende de autorização prévia do contratante.';
    // "Vedada, salvo autorização" forbids; "não poderá … sem autorização" allows with it.
    const vedada = SALVO.test(ate) || /vedad|proibid/.test(achado);
    return [{ valor: vedada ? 'vedada' : 'permitida', peso: 0.72, nota: vedada ? 'Salvo autorização prévia do contratante.' : nota }, { valor: vedada ? 'permitida' : 'vedada', peso: 0.56, nota }];
  }
  if (SO_PARTE.test(achado) && !TOTAL_OU_PARCIAL.test(achado)) return [{ valor: 'permitida', peso: 0.52, nota: 'O documento só veda a subcontratação total ou da parcela principal.' }];
  return [{ valor: 'vedada', peso: 0.94 }];
}

/** The limit of the subcontracted part, when the sentence states one. */
function notaLimite(frase: string): { nota?: string } {
  const p = findPercentuais(frase).at(0);
  return p ? { nota: `Limite: ${p.valor.replace('.', ',')}%${p.conflito ? ` (por extenso, ${p.conflito.replace('.', ',')}%)` : ''}.` } : /parcial|parte/.test(frase) ? { nota: 'Só parcial.' } : {};
}

function readPadrao({ t }: Contexto, padrao: RegExp, nega: boolean, fator = 1): Candidato<Valor>[] {
  return findAchados(t, padrao).flatMap((a) => {
    const frase = fraseDe(t, a.inicio, a.fim, 500);
    const trecho = a.g[0]!.replace(/\s+/g, ' ') + a.depois(130).replace(/\s+/g, ' ');
    if (/seguradora|garantidor/.test(a.antes(60) + a.g[0]!) || PARENTES.test(trecho.slice(0, 260)) || QUEM_DISPUTOU.test(trecho)) return [];
    if (readResposta(a.depois(60)) !== null || isRemetidoAFolha(frase)) return [];
    // "não sendo admitida … caso a empresa esteja suspensa": forbidden to some, not to all
    if (nega && /^[^.;,]{0,30}\b(?:caso|quando|nos\s+casos|na\s+hipotese|se\s+[ao])\b/.test(a.depois(50))) return [];
    if (CONDICAO_PROPRIA.test(a.antes(40).replace(/\s+/g, ' ')) || (!nega && padrao !== PARCIAL_APESAR && (isCondicional(a, 25) || /\bnao\s+(?:\w+\s+)?$/.test(a.antes(18))))) return [];
    if (/atestado|comprov/.test(a.g[0]!) || (!nega && padrao !== PARCIAL_APESAR && /\bnao\b|vedad/.test(a.g[0]!))) return [];
    return classify(nega, a, frase).map((c) => ({ ...c, peso: weighRegiao(a.regiao, c.peso * fator), inicio: a.inicio, fim: extendFim(t, a.inicio, a.fim) }));
  });
}

const transferir = ({ t }: Contexto): Candidato<Valor>[] =>
  findAchados(t, TRANSFERIR).flatMap((a) => {
    const frase = fraseDe(t, a.inicio, a.fim, 400);
    if (!/objeto|execucao|forneciment|servicos/.test(frase) || /responsabilidade (?:por|pelo)|credito|direitos/.test(frase)) return [];
    const comAutorizacao = AUTORIZACAO.test(frase);
    return [{ valor: 'vedada' as const, inicio: a.inicio, fim: a.fim, peso: weighRegiao(a.regiao, comAutorizacao ? 0.6 : 0.74), nota: comAutorizacao ? 'Veda transferir o objeto a terceiros sem autorização prévia.' : 'Veda transferir o objeto a terceiros, sem usar a palavra subcontratação.' }];
  });

/** A row of the data sheet: "SUBCONTRATAÇÃO | Admitida até 25 %". */
const CELULA = new RegExp(String.raw`${INICIO_DE_LINHA}${ACAO}(?:\s+parcial)?${ENTRE_CELULAS}(?<nega>nao\s+(?:sera\s+|e\s+)?)?(?:(?<diz>permitid|admitid|vedad|proibid|autorizad)[oa]s?\b|(?<sim>sim|nao|ate\s+\d)(?=\s*(?:[.;,(]|\n|\f|$|[\d%])))`);
const isCelulaNegativa = ({ nome }: Achado): boolean => (nome['sim'] !== undefined ? nome['sim'] === 'nao' : (nome['nega'] !== undefined) !== /^(?:vedad|proibid)/.test(nome['diz']!));
const readCelulas = ({ t }: Contexto): Candidato<Valor>[] =>
  findAchados(t, CELULA).map((a) => ({
    valor: isCelulaNegativa(a) ? 'vedada' as const : 'permitida' as const, inicio: a.inicio + a.g[0]!.search(/\S/), fim: a.fim, peso: weighRegiao(a.regiao, 0.94), ...notaLimite(a.depois(90)),
  }));

const readPerguntas = ({ t }: Contexto): Candidato<Valor>[] =>
  findAchados(t, PERGUNTA).flatMap((a) => {
    const r = readResposta(a.depois(60));
    return r === null ? [] : [{ valor: r.sim ? 'permitida' as const : 'vedada' as const, inicio: a.inicio, fim: a.fim + r.tamanho, peso: weighRegiao(a.regiao, 0.88) }];
  });

/** May part of the object be subcontracted (art. 122 of Lei 14.133/2021)? The note carries the limit and the condition. */
export const subcontratacao = defineCampo<'subcontratacao'>({
  campo: 'subcontratacao',
  read: (ctx) => {
    const diretas = [
      ...readPadrao(ctx, NEGA, true), ...readPadrao(ctx, NEGA_DEPOIS, true, 0.98), ...readPadrao(ctx, ADMITE, false), ...readPadrao(ctx, ADMITE_DEPOIS, false, 0.97),
      ...readPadrao(ctx, PARCIAL_APESAR, false), ...readPadrao(ctx, LIMITE, false, 0.9), ...readPadrao(ctx, DEPENDE, false, 0.66), ...readPadrao(ctx, SEM_PREVISAO, true, 0.8), ...readPerguntas(ctx), ...readCelulas(ctx),
    ];
    const todas = diretas.some((c) => c.peso >= 0.7) ? diretas : [...diretas, ...transferir(ctx)];
    return preferEdital(ctx.t, mergeSobrepostos(todas, isEqual), isEqual);
  },
});
