import type { RequisitoHabilitacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { readFato } from '../contexto/lido.js';
import { formatCnpj, formatDia } from '../../kernel/index.js';
import { answerBalanco, DIAS_BALANCO } from './balanco.js';
import { linhasDoLocal } from './declaracao-local.js';
import { answerDocumento, type Pedido } from './documento.js';
import { linhasEconomicas } from './economica.js';
import { EXIGENCIAS, type ExigenciaDocumental } from './exigencias.js';
import { pedidosDeLicenca } from './licencas.js';
import { momentoDaHabilitacao, type Momento } from './momento.js';
import { linhasDaProposta } from './proposta.js';
import { findPedido } from './pedido.js';
import { DIAS_PROFISSIONAL, linhaAtestado, linhaProfissional, linhaResponsavel, pedidoRegistro } from './tecnica.js';

export { scopeSancao, type AlcanceSancao, type Ente } from './sancoes.js';
export { momentoDaHabilitacao } from './momento.js';

const PORTES_ME_EPP: readonly (string | undefined)[] = ['mei', 'me', 'epp'];
const DIAS_REGISTRO = 20;

/** The habilitação matrix: what the edital asks and what the law always asks, against the company's papers. */
export function matrizDeHabilitacao(c: Contexto): readonly RequisitoHabilitacao[] {
  const m = momentoDaHabilitacao(c);
  return [...documentais(c, m), ...cadastroDoOrgao(c, m), ...balanco(c, m), ...linhasEconomicas(c).map((l) => toLinha(m, { ...l, grupo: 'economica' })), ...tecnicas(c, m), ...linhasDoLocal(c, m), ...linhasDaProposta(c, m)];
}

type Parcial = Pick<RequisitoHabilitacao, 'id' | 'grupo' | 'titulo' | 'dispositivo' | 'evidencia' | 'documentoEmpresa' | 'status' | 'motivo' | 'acao' | 'verificacoes'> & Partial<RequisitoHabilitacao>;
const toLinha = (m: Momento, p: Parcial): RequisitoHabilitacao => ({ validade: null, exigidoEm: m.dia, sanavel: false, diasParaObter: null, ...p });

function documentais(c: Contexto, m: Momento): RequisitoHabilitacao[] {
  const leiAplica = c.regime.regime === '14133' || c.regime.regime === 'indefinido';
  return EXIGENCIAS.flatMap((x) => {
    const pedido = findPedido(c, x.pedidos, x.id === 'sicaf' ? (_, frase) => frase.includes('sicaf') : undefined);
    const evidencia = pedido?.evidencia ?? null;
    if (!evidencia && !(x.sempre && leiAplica)) return [];
    const doBeneficio = x.id === 'declaracao_me_epp' || (x.id === 'certidao_simplificada' && PROVA_DE_PORTE.test(pedido!.frase));
    if (doBeneficio && c.empresa.porte === 'demais') return [];
    const titulo = doBeneficio && x.id === 'certidao_simplificada' ? `${x.titulo} (prova de ME/EPP)` : x.titulo;
    return [toLinha(m, { id: x.id, grupo: x.grupo, titulo, dispositivo: x.dispositivo, evidencia, verificacoes: x.verificacoes ?? [], diasParaObter: x.dias, ...answer(c, { ...x, titulo }, m, pedido?.dados.idadeMaximaDias ?? null), sanavel: x.sanavel === true && PORTES_ME_EPP.includes(c.empresa.porte) })];
  });
}

const DIAS_CADASTRO = 5;

/** A register of the agency's own (CRC, CADFOR, CCF): no paper of the company's profile answers for it. */
function cadastroDoOrgao(c: Contexto, m: Momento): RequisitoHabilitacao[] {
  const pedido = findPedido(c, ['juridica/registro_cadastral'], (_, frase) => !frase.includes('sicaf'));
  if (!pedido) return [];
  return [toLinha(m, {
    id: 'cadastro_orgao', grupo: 'juridica', titulo: 'Registro cadastral do órgão', dispositivo: 'arts. 70, II, e 87 da Lei 14.133/2021', evidencia: pedido.evidencia, documentoEmpresa: null, diasParaObter: DIAS_CADASTRO, verificacoes: ['sicaf_previo_sumula274'],
    status: 'a_providenciar', motivo: `O cadastro é do próprio órgão e o perfil da empresa não o traz; costuma levar ${DIAS_CADASTRO} dias úteis.`, acao: 'Confirmar se a empresa já tem o cadastro, ou pedi-lo ao órgão.',
  })];
}

/** Asked only of who wants the benefit of LC 123. */
const PROVA_DE_PORTE = /enquadramento|\bmicroempresas?\b|pequeno\s+porte|\bme\s*\/\s*epp\b|123\/2006/;

function answer(c: Contexto, x: ExigenciaDocumental, m: Momento, idadePedida: number | null): Pick<RequisitoHabilitacao, 'documentoEmpresa' | 'validade' | 'status' | 'motivo' | 'acao'> {
  // Nothing to get: it depends on the company's own signature.
  if (x.tipo === null) return { documentoEmpresa: 'declaração da própria empresa', validade: null, status: 'atende', motivo: `Basta declarar${m.dia ? ` até ${formatDia(m.dia)}` : ''}; leia o teor antes de assinar.`, acao: x.acao };
  if (x.id === 'cnpj' && c.empresa.cnpj) return { documentoEmpresa: `CNPJ ${formatCnpj(c.empresa.cnpj)}`, validade: null, status: 'atende', motivo: 'A inscrição é consultada pela internet.', acao: null };
  const idade = x.id === 'certidao_falencia' ? (readFato(c.fatos, 'falencia_validade_dias')?.valor ?? idadePedida) : idadePedida;
  return answerDocumento(c.empresa, { tipo: x.tipo, titulo: x.titulo, dias: x.dias, acao: x.acao, ...(x.semPrazo ? { semPrazo: true } : {}), emitidoHaNoMaximo: idade }, m);
}

function balanco(c: Contexto, m: Momento): RequisitoHabilitacao[] {
  const fato = readFato(c.fatos, 'balanco_exercicios');
  const evidencia = fato?.evidencia ?? findPedido(c, ['economica/balanco'])?.evidencia ?? null;
  if (!evidencia) return [];
  const n = fato?.valor ?? 2;
  return [toLinha(m, {
    id: 'balanco', grupo: 'economica', titulo: `Balanço e demonstrações ${n === 1 ? 'do último exercício' : `dos ${n} últimos exercícios`}`, dispositivo: 'art. 69, I e § 6º, da Lei 14.133/2021', evidencia, diasParaObter: DIAS_BALANCO,
    verificacoes: ['balanco_art69'], campoEmpresa: '/balancos', ...answerBalanco(c, m),
  })];
}

function tecnicas(c: Contexto, m: Momento): RequisitoHabilitacao[] {
  const atestado = linhaAtestado(c);
  const registro = pedidoRegistro(c);
  const profissional = linhaProfissional(c) ?? linhaResponsavel(c);
  const pedidoDoRegistro = (conselhos: readonly string[]): Pedido => ({
    tipo: 'registro_conselho', titulo: 'registro no conselho', dias: DIAS_REGISTRO, acao: 'Registrar a empresa no conselho.', ...(conselhos.length ? { descricao: new RegExp(`^$|${conselhos.join('|').toLowerCase()}`) } : {}),
  });
  return [
    ...(registro ? [toLinha(m, { ...registro.linha, grupo: 'tecnica', diasParaObter: DIAS_REGISTRO, ...semVencimento(answerDocumento(c.empresa, pedidoDoRegistro(registro.conselhos), m)) })] : []),
    ...(atestado ? [toLinha(m, { ...atestado, grupo: 'tecnica' })] : []),
    ...(profissional ? [toLinha(m, { ...profissional, grupo: 'tecnica', diasParaObter: DIAS_PROFISSIONAL })] : []),
    ...pedidosDeLicenca(c).map((l) => toLinha(m, {
      id: l.id, grupo: 'tecnica', titulo: l.titulo, dispositivo: 'arts. 66 e 67, IV, da Lei 14.133/2021', evidencia: l.evidencia, diasParaObter: l.dias, verificacoes: [],
      ...answerLicenca(c, l, m),
    })),
  ];
}

/** A licence asked only at the signature holds nothing up now: what the company lacks has until then. */
function answerLicenca(c: Contexto, l: ReturnType<typeof pedidosDeLicenca>[number], m: Momento): Partial<RequisitoHabilitacao> & ReturnType<typeof answerDocumento> {
  const r = answerDocumento(c.empresa, { tipo: 'licenca', titulo: l.titulo, dias: l.dias, acao: `Obter: ${l.titulo}.`, descricao: l.descricao }, m);
  if (!l.naAssinatura || r.status === 'atende') return r;
  const motivo = `O edital só a pede da vencedora, até a assinatura do contrato; ${r.documentoEmpresa ? 'a da empresa precisa estar em vigor nesse dia' : `o perfil não a mostra e ela costuma levar ${l.dias} dias úteis`}.`;
  return { ...r, status: 'a_providenciar', exigidoEm: null, diasParaObter: 0, motivo, acao: `Ter em vigor na assinatura do contrato: ${l.titulo}.` };
}

/** A registration stays while the annuity is paid: without a date it is taken as valid. */
const semVencimento = (r: ReturnType<typeof answerDocumento>): ReturnType<typeof answerDocumento> =>
  r.status === 'falta_dado' && r.documentoEmpresa !== null ? { ...r, status: 'atende', motivo: 'A empresa tem o registro; confira se a anuidade está em dia.', acao: null } : r;
