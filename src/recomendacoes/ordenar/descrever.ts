import { formatDinheiro } from '../../kernel/index.js';
import type { NomeDaParte, Parte, Partes } from './tipos.js';

/** A reason as a person reads it. `pontos`: what it adds to the topic's 80. */
export interface RazaoDaParte {
  readonly tipo: 'regiao' | 'valor' | 'me_epp' | 'prazo' | 'retorno';
  readonly codigo: string;
  readonly texto: string;
  readonly pontos: number;
}

export interface Alerta {
  readonly codigo: string;
  readonly mensagem: string;
}

type Frase = (dados: Parte['dados']) => string;

const dinheiro = (v: string | number | null | undefined): string => formatDinheiro(String(v));
const faixa: Frase = ({ minimo, maximo }) => (minimo == null ? `até ${dinheiro(maximo)}` : maximo == null ? `a partir de ${dinheiro(minimo)}` : `de ${dinheiro(minimo)} a ${dinheiro(maximo)}`);
const uteis = (n: unknown): string => (n === 1 ? 'falta 1 dia útil' : `faltam ${String(n)} dias úteis`);
const DITOS: Readonly<Record<string, string>> = { interessa: 'que interessou', nao_interessa: 'que não interessou', participei: 'de que a empresa participou', venci: 'que a empresa venceu', perdi: 'que a empresa disputou' };

/** Null: nothing worth saying. */
const FRASES: Readonly<Record<string, Frase | null>> = {
  mesmo_municipio: () => 'É no município da empresa.', perto: ({ km }) => `Fica a ${km} km da empresa, em linha reta.`, local_desconhecido: null, empresa_sem_local: null,
  mesma_uf: ({ uf, km }) => `É na UF da empresa (${uf})${km === null ? '' : `, a ${km} km em linha reta`}.`, uf_de_interesse: ({ uf, km }) => `${uf} está entre as UFs de interesse${km === null ? '' : `; fica a ${km} km em linha reta`}.`,
  fora_das_ufs: ({ uf }) => `${uf} não está entre as UFs de interesse.`, outra_uf: ({ uf, km }) => `É em outra UF (${uf})${km === null ? '' : `, a ${km} km em linha reta`}.`,
  sem_faixa: null, valor_desconhecido: () => 'O valor estimado não é conhecido: não contou.', na_faixa: (d) => `O valor estimado (${dinheiro(d['valor'])}) está na faixa da empresa (${faixa(d)}).`,
  abaixo_da_faixa: (d) => `O valor estimado (${dinheiro(d['valor'])}) está abaixo da faixa da empresa (${faixa(d)}).`, acima_da_faixa: (d) => `O valor estimado (${dinheiro(d['valor'])}) está acima da faixa da empresa (${faixa(d)}).`,
  itens_desconhecidos: null, sem_exclusividade: null, porte_desconhecido: () => 'Há itens exclusivos para ME/EPP, e o porte da empresa não foi informado.',
  exclusiva_a_favor: () => 'Todos os itens são exclusivos para ME/EPP, e a empresa é uma delas.', parcial_a_favor: () => 'Há itens ou cotas reservados a ME/EPP, e a empresa é uma delas.',
  exclusiva_contra: () => 'Todos os itens são exclusivos para ME/EPP, e a empresa não é.', parcial_contra: () => 'Há itens ou cotas reservados a ME/EPP, e a empresa não é.',
  sem_data: () => 'O PNCP não diz até quando recebe propostas.', encerrada: () => 'O recebimento de propostas já terminou.', ha_tempo: ({ dias }) => (dias === null ? 'Há mais de um mês para preparar a proposta.' : `Para a proposta, ${uteis(dias)}.`),
  prazo_curto: ({ dias, precisa }) => `Para a proposta, ${uteis(dias)}, e a empresa precisa de ${precisa}.`, encerra_logo: ({ dias }) => `Para a proposta, ${uteis(dias)}.`,
  sem_retorno: null, retorno: ({ retorno }) => `A empresa disse dela: ${ROTULOS[String(retorno)]}.`, parecida: ({ numero, retorno, objeto }) => `É parecida com ${numero}${objeto === null ? '' : ` (“${objeto}”)`}, ${DITOS[String(retorno)]}.`,
};
const ROTULOS: Readonly<Record<string, string>> = { interessa: 'interessa', nao_interessa: 'não interessa', participei: 'participei', venci: 'venci', perdi: 'perdi' };

const ALERTAS: Readonly<Record<string, Frase>> = {
  exclusiva_me_epp: () => 'Exclusiva para ME/EPP: uma empresa de outro porte não pode participar.', itens_exclusivos_me_epp: () => 'Parte dos itens é reservada a ME/EPP: confira em quais a empresa pode participar.',
  porte_desconhecido: () => 'Há itens reservados a ME/EPP: informe o porte da empresa no perfil.', sem_data: () => 'Não se sabe até quando recebe propostas: confira no edital.',
  prazo_curto: ({ dias, precisa }) => `O prazo é menor que o de que a empresa precisa: ${uteis(dias)} para a proposta, e ela precisa de ${precisa}.`, encerra_logo: ({ dias }) => `Encerra logo: ${uteis(dias)} para a proposta.`,
};

const TIPOS: Readonly<Record<NomeDaParte, RazaoDaParte['tipo']>> = { regiao: 'regiao', valor: 'valor', meEpp: 'me_epp', prazo: 'prazo', retorno: 'retorno' };

/** The parts in Portuguese, those worth saying. */
export const describePartes = (partes: Partes): RazaoDaParte[] =>
  (Object.keys(TIPOS) as NomeDaParte[]).flatMap((nome) => {
    const { codigo, dados, pontos } = partes[nome];
    const frase = FRASES[codigo];
    return frase ? [{ tipo: TIPOS[nome], codigo, texto: frase(dados), pontos }] : [];
  });

/** What to look at before anything else. */
export const describeAlertas = (partes: Partes): Alerta[] =>
  (Object.keys(TIPOS) as NomeDaParte[]).flatMap((nome) => {
    const { alerta, dados } = partes[nome];
    return alerta === undefined ? [] : [{ codigo: alerta, mensagem: ALERTAS[alerta]!(dados) }];
  });
