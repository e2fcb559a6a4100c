// Data for the bench of the recommendations: the real tenders of ../shared when they are there, else our own; more of them
// by joining the beginning of one with the end of another. Nothing here is committed data.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIA_MS = 86_400_000;
const NOSSOS = ['Pavimentação asfáltica de ruas', 'Aquisição de medicamentos da farmácia básica', 'Contratação de serviços de limpeza e conservação predial', 'Transporte escolar de alunos da rede municipal', 'Aquisição de notebooks e impressoras', 'Gêneros alimentícios para a merenda escolar', 'Locação de veículos com motorista', 'Reforma e ampliação de escola', 'Serviços médicos em regime de plantão', 'Fornecimento de combustíveis para a frota'];
const PRODUTOS = ['pavimentação asfáltica', 'medicamentos', 'limpeza predial', 'transporte escolar', 'notebooks', 'merenda escolar', 'locação de veículos', 'reforma de prédios', 'plantões médicos', 'combustíveis'];

/** The same numbers in every run. */
export function createSorteio(semente = 42) {
  let s = semente >>> 0;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

export function readReais(raiz) {
  const pasta = join(raiz, '..', 'shared', 'gold', 'matching');
  if (!existsSync(pasta)) {
    return {
      nome: 'nossas', licitacoes: NOSSOS.map((objeto, i) => ({ objeto, orgao: `MUNICÍPIO ${i}`, uf: ['SP', 'SC', 'MG', 'BA'][i % 4], municipio: 'São Paulo', codigoIbge: '3550308', modalidadeId: 6, valor: 10_000 * (i + 1) })),
      empresas: PRODUTOS.map((p) => ({ descricao: `Empresa de ${p}`, produtos: [{ descricao: p }], porte: 'me', uf: 'SP', municipio: 'São Paulo', ufsDeInteresse: ['SP', 'SC'] })),
    };
  }
  const licitacoes = readFileSync(join(pasta, 'licitacoes.jsonl'), 'utf8').trim().split('\n').map((l) => JSON.parse(l));
  const empresas = JSON.parse(readFileSync(join(pasta, 'dev.empresas.json'), 'utf8')).map((e) => ({
    descricao: e.descricao, produtos: e.produtos_servicos.map((descricao) => ({ descricao })), cnaes: e.cnaes, palavrasExcluidas: e.palavras_excluidas, porte: e.porte.toLowerCase(), uf: e.uf, municipio: e.municipio, ufsDeInteresse: e.ufs_de_interesse,
    valorMin: String(e.valor_min), valorMax: String(e.valor_max), diasParaProposta: 5,
  }));
  return { nome: 'reais', licitacoes, empresas };
}

/** Tender number `i`, open now: the first are the real ones, the others are made of two of them. */
export function makeLicitacao(reais, i, sorteia, agora) {
  const pick = () => reais[Math.floor(sorteia() * reais.length)];
  const a = i < reais.length ? reais[i] : pick();
  const b = i < reais.length ? a : pick();
  const palavras = (t) => t.split(/\s+/);
  const objeto = a === b ? a.objeto : [...palavras(a.objeto).slice(0, Math.ceil(palavras(a.objeto).length * 0.7)), ...palavras(b.objeto).slice(Math.ceil(palavras(b.objeto).length * 0.7))].join(' ');
  const instante = (dias) => new Date(agora + dias * DIA_MS).toISOString();
  const cnpj = String(10_000_000_000_000 + (i % 5000) * 1001).padStart(14, '0');
  const sequencial = Math.floor(i / 5000) + 1;
  return {
    numero: `${cnpj}-1-${String(sequencial).padStart(6, '0')}/2026`, cnpj, sequencial, modalidade: b.modalidadeId ?? 6, uf: b.uf, ibge: b.codigoIbge, valor: b.valor || null, publicacao: instante(-sorteia() * 20), encerramento: instante(1 + sorteia() * 40),
    itens: Array.from({ length: Math.floor(sorteia() * 4) }, (_, k) => ({ numero: k + 1, descricao: palavras(a.objeto).slice(k * 3, k * 3 + 8).join(' ') || a.objeto, quantidade: '1', unidade: 'UN', valorUnitario: null, valorTotal: null, beneficio: sorteia() < 0.3 ? 'exclusiva_me_epp' : 'sem_beneficio', materialOuServico: 'M', sigiloso: false, criterioJulgamentoId: 1 })),
    objeto, orgao: b.orgao, municipio: b.municipio,
  };
}

/** Company number `i`: some products of one, some of another. */
export function makeEmpresa(empresas, i, sorteia) {
  const a = empresas[i % empresas.length];
  if (i < empresas.length) return a;
  const b = empresas[Math.floor(sorteia() * empresas.length)];
  const some = (l) => l.filter(() => sorteia() < 0.5);
  const produtos = [...some(a.produtos), ...some(b.produtos).slice(0, 2)];
  return { ...a, produtos: produtos.length ? produtos : a.produtos, uf: b.uf, municipio: b.municipio, ufsDeInteresse: b.ufsDeInteresse };
}
