import type { DadosCadastrais, Porte } from '../../../empresas/index.js';
import { parseNumeroBr, toDinheiro } from '../../../kernel/index.js';
import { dataDoRotulo } from '../datas.js';
import type { LeitorEspecie, Rascunho } from '../leitor.js';
import { toNome, UFS } from '../local.js';
import { DINHEIRO } from '../valores.js';
import { cnpjsDe } from '../titular.js';

/** Labels of the card, folded, in the order it prints them: each value stands below or beside its label. */
const ROTULOS = [
  'numero de inscricao', 'comprovante de inscricao e de situacao cadastral', 'data de abertura', 'nome empresarial', 'titulo do estabelecimento (nome de fantasia)', 'porte',
  'codigo e descricao da atividade economica principal', 'codigo e descricao das atividades economicas secundarias', 'codigo e descricao da natureza juridica', 'logradouro', 'numero', 'complemento', 'cep',
  'bairro/distrito', 'municipio', 'uf', 'endereco eletronico', 'telefone', 'ente federativo responsavel (efr)', 'situacao cadastral', 'data da situacao cadastral', 'motivo de situacao cadastral', 'situacao especial', 'data da situacao especial',
];
const POR_TAMANHO = [...ROTULOS].sort((a, b) => b.length - a.length);
/** A label, or a row of labels as texts read row by row have them. */
const isRotulo = (linha: string): boolean => POR_TAMANHO.reduce((resto, rotulo) => resto.replaceAll(rotulo, ' '), linha.replace(/\s+/g, ' ')).replace(/[:\s]/g, '') === '';
const CNAE = /\d{2}\.\d{2}-\d-\d{2}/;
const VAZIO = /^[*\s.-]*$/;

const PORTES: readonly (readonly [RegExp, Porte])[] = [[/\bmei\b|microempreendedor/, 'mei'], [/\bme\b|microempresa/, 'me'], [/\bepp\b|pequeno\s+porte/, 'epp'], [/demais/, 'demais']];
/** Size as the card writes it: "ME", "EPP", "DEMAIS". */
export const readPorte = (texto: string): Porte | null => PORTES.find(([rx]) => rx.test(texto))?.[1] ?? null;

/** The value of a label: lines under it until another label; with geometry, the cell under it. */
function campo(r: Rascunho, rotulo: string, linhas = 1): { valor: string; inicio: number; fim: number } | null {
  const p = r.papel;
  const rx = new RegExp(String.raw`(?<=^|[\n\f])\s*${rotulo.replace(/[()]/g, '\\$&').replace(/ /g, String.raw`\s+`)}\s*(?=[:\n])`, 'g');
  for (const m of p.dobrado.matchAll(rx)) {
    const naMesma = p.dobrado.slice(m.index + m[0].length, p.linhaEm(m.index + m[0].length).fim).replace(/^[:\s]+/, '');
    if (naMesma) return { valor: p.at({ inicio: m.index + m[0].length, fim: p.linhaEm(m.index + m[0].length).fim }).replace(/^[:\s]+/, ''), inicio: m.index, fim: p.linhaEm(m.index + m[0].length).fim };
    let linha = p.proximaLinha(m.index + m[0].trimStart().length);
    const inicio = linha?.inicio ?? 0;
    let fim = inicio;
    for (let i = 0; linha && i < linhas && !isRotulo(linha.dobrado); i++, linha = p.proximaLinha(linha.inicio)) fim = linha.fim;
    if (fim > inicio && !VAZIO.test(p.dobrado.slice(inicio, fim))) return { valor: p.at({ inicio, fim }), inicio, fim };
  }
  return daGrade(r, rotulo);
}

/** For texts read row by row (OCR): the cell under the label's, by its place. */
function daGrade(r: Rascunho, rotulo: string): { valor: string; inicio: number; fim: number } | null {
  const { fileiras } = r.papel;
  for (let i = 0; i + 1 < fileiras.length; i++) {
    const celula = fileiras[i]!.celulas.find((c) => c.dobrado.replace(/\s+/g, ' ') === rotulo);
    if (!celula) continue;
    const abaixo = fileiras[i + 1]!.celulas.find((c) => c.x0 < celula.x1 + 4 && c.x1 > celula.x0 - 4 && Math.abs(c.x0 - celula.x0) < 40);
    if (!abaixo || isRotulo(abaixo.dobrado) || VAZIO.test(abaixo.dobrado)) return null;
    const inicio = r.papel.dobrado.indexOf(abaixo.dobrado, Math.max(0, r.papel.corrido.indexOf(rotulo)));
    return { valor: abaixo.texto.trim(), inicio: Math.max(0, inicio), fim: Math.max(0, inicio) + abaixo.dobrado.length };
  }
  return null;
}

/** Comprovante de inscrição e de situação cadastral (RFB). */
export const readCartaoCnpj: LeitorEspecie = (r) => {
  const p = r.papel;
  r.emissor = 'Receita Federal do Brasil';
  const take = (chave: string, rotulo: string, linhas?: number): string | null => {
    const achado = campo(r, rotulo, linhas);
    if (!achado) {
      r.lack(chave, 'O campo não foi lido no cartão.');
      return null;
    }
    r.prove(chave, achado);
    return achado.valor;
  };
  const [cnpj] = cnpjsDe(p);
  const nome = take('titular', 'nome empresarial', 2);
  r.titular = { nome, cnpj: cnpj?.cnpj ?? null, raiz: cnpj?.cnpj.slice(0, 8) ?? null };
  r.prove('titular.cnpj', cnpj);
  r.numero = null;
  const uf = take('uf', 'uf')?.toUpperCase() ?? null;
  r.uf = uf && uf in UFS ? uf : null;
  const municipio = take('municipio', 'municipio');
  r.municipio = municipio && toNome(municipio);
  const principal = take('cadastro.atividadePrincipal', 'codigo e descricao da atividade economica principal', 2);
  const abertura = dataDoRotulo(p, /data\s+de\s+abertura/, 40);
  r.prove('cadastro.dataAbertura', abertura);
  const porte = take('cadastro.porte', 'porte');
  const partes = ['logradouro', 'numero', 'complemento', 'bairro/distrito', 'cep'].map((rotulo) => campo(r, rotulo)?.valor).filter((v) => v !== undefined);
  const situacao = take('cadastro.situacao', 'situacao cadastral');
  const capital = p.find(/capital\s+social/);
  const valor = capital && p.find(DINHEIRO, capital.fim);
  const cnaes = [...new Set(p.findAll(CNAE, 200).map((m) => m[0]))];
  const cadastro: DadosCadastrais = {
    nomeFantasia: campo(r, 'titulo do estabelecimento (nome de fantasia)')?.valor ?? null, porte: porte ? readPorte(porte.toLowerCase()) : null,
    naturezaJuridica: take('cadastro.naturezaJuridica', 'codigo e descricao da natureza juridica'), cnaes, atividadePrincipal: principal?.replace(/^[\d.\s-]+/, '') ?? null,
    endereco: partes.length ? partes.join(', ').slice(0, 300) : null, situacao: situacao?.toUpperCase() ?? null, dataAbertura: abertura?.dia ?? null,
    capitalSocial: valor && valor.inicio < capital.fim + 60 ? toDinheiro(parseNumeroBr(valor[1]!) ?? '0') : null,
  };
  r.valores = { cadastro };
  if (cadastro.situacao && !/^ATIVA\b/.test(cadastro.situacao)) r.warn('cnpj_nao_ativo', `A situação cadastral do CNPJ é ${cadastro.situacao}: só a ATIVA habilita.`);
  r.setValidade(null, 'nao_vence', 'A inscrição no CNPJ não vence; o edital pode pedir um comprovante recente.');
};
