import type { DadosDoAtestado, QuantidadeAtestada } from '../../../empresas/index.js';
import { parseNumeroBr } from '../../../kernel/index.js';
import { DATA, dataDepois, readDia } from '../datas.js';
import type { LeitorEspecie, Rascunho } from '../leitor.js';
import { readLocal } from '../local.js';
import type { Papel } from '../papel.js';
import { cnpjsDe } from '../titular.js';
import { dinheiroDoRotulo } from '../valores.js';

const NOME_ATE = /,|\s[-–]\s|\(|\binscrit[ao]|\bcnpj\b|\bpessoa\s+juridica|\bcom\s+sede|\bestabelecid[ao]|\bsediad[ao]|\bforneceu|\bexecutou|\bprestou|\bvem\b/;
/** Before the company that did the work. */
const CONTRATADA = /\b(?:que\s+(?:a\s+)?(?:empresa|sociedade)?|a\s+(?:empresa|sociedade|firma)|contratad[ao]\s*:|empresa\s+contratada\s*:|razao\s+social\s*:|empresa\s*:)\s+(?:denominada\s+)?/;
const CONTRATANTE = /\b(?:contratante|emitente|atestante|orgao|cliente|tomador(?:a)?(?:\s+dos\s+servicos)?|proprietario|dono\s+da\s+obra)\s*(?:do\s+contrato)?\s*:\s*/;
const OBJETO = /\b(?:objeto(?:\s+do\s+contrato|\s+contratual)?\s*:|cujo\s+objeto\s+(?:e|foi)|tendo\s+(?:como|por)\s+objeto|(?:forneceu|executou|prestou|realizou|vem\s+prestando|vem\s+executando|vem\s+fornecendo|presta|executa|fornece)(?:\s+(?:para|a|ao)\s+(?:esta|este|nossa|nosso|a|o|essa|esse)\s+[a-z]+(?:\s+[a-z]+){0,4}\s*,)?(?:\s+satisfatoriamente|\s+a\s+contento)?\s*,?)\s+/;
const FIM_OBJETO = /\.\s+(?=[a-z])|;\s|\b(?:no\s+periodo\s+de|durante\s+o\s+periodo|conforme\s+(?:contrato|quantitativos|tabela|a\s+seguir)|pelo\s+valor|no\s+valor|quantidade\s*:|quantitativos?\s*:|periodo\s*:|valor\s*(?:do\s+contrato|total)?\s*:|contrato\s+n|com\s+as\s+seguintes)/;
const UNIDADE = String.raw`(?:unidades?|unid\.?|und?\.?|un\b|pecas?|pc\b|pcs\b|m2|m²|m3|m³|metros?(?:\s+(?:quadrados|cubicos|lineares))?|ml\b|km\b|quilometros?|horas?|hh\b|h\/h|kg\b|quilos?|toneladas?|ton\b|litros?|caixas?|cx\b|diarias|mes(?:es)?|pares|resmas|pacotes|frascos|comprimidos|ampolas|kits?|conjuntos?)`;
/** Things that are counted by themselves: their unit is "un". */
const COISA = String.raw`(?:licencas?|usuarios?|postos?(?:\s+de\s+trabalho)?|refeicoes|alunos|veiculos|estacoes|pontos|equipamentos?|computadores|notebooks|impressoras|microcomputadores|servidores|cameras|aparelhos|cadeiras|mesas)`;
const QUANTIDADE = new RegExp(String.raw`(?<![\d.,/ºª$]|\br\$\s|\bn[ºo.]\s?)(\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d+(?:,\d{1,4})?)\s*(?:\([a-z\s]{2,60}\)\s*)?(?:(${UNIDADE})|(${COISA}))(?![a-z])`);
const CAT = /\b(?:cat|certidao\s+de\s+acervo\s+(?:tecnico|operacional)(?:-[a-z]+)?)\b\s*(?:com\s+registro\s+de\s+atestado\s*)?(?:n[ºo.]+|numero|:)?\s*:?\s*(\d[\d./-]{3,24}\d)/;
const ART = /\b(?:art|rrt|trt)\b\s*(?:n[ºo.]+|numero|:)?\s*:?\s*([a-z]{0,3}\d[\d./-]{4,24}\d)/;
const PERIODO = new RegExp(String.raw`\b(?:periodo|inicio|vigencia|de|desde|entre|prazo)\b[^.;]{0,40}?(${DATA.source.replace(/\?<\w+>/g, '?:')})\s*(?:,\s*)?(?:a|ate|e|-|termino\s*:?|fim\s*:?|conclusao\s*:?|com\s+termino\s+em)\s*(?:o\s+dia\s+)?`);
const MAX_QUANTIDADES = 60;
const MAX_OBJETO = 900;

/** Attestation of who was served, or CAT of the council. Who is attested is the holder; who attests is the issuer. */
export const readAtestado: LeitorEspecie = (r) => {
  const p = r.papel;
  readLocal(r);
  r.resultado = null;
  readPartes(r);
  const objeto = readObjeto(p);
  r.prove('atestado.objeto', objeto);
  if (!objeto) r.lack('atestado.objeto', 'O atestado não descreve, de modo reconhecível, o que foi fornecido ou executado.');
  const quantidades = readQuantidades(r);
  const valor = dinheiroDoRotulo(p, /\bvalor\b(?:\s+(?:total|global|do\s+contrato|contratual|contratado|anual))?/, 60);
  r.prove('atestado.valor', valor);
  const periodo = p.find(PERIODO);
  const inicio = periodo && readDia(p.find(DATA, periodo.inicio)?.groups ?? {});
  const fim = periodo && dataDepois(p, periodo.fim, 4);
  if (periodo && fim) r.prove('atestado.periodo', { inicio: periodo.inicio, fim: fim.fim });
  const cat = p.find(CAT);
  const art = p.find(ART);
  r.prove('atestado.cat', cat);
  r.prove('atestado.art', art);
  const dados: DadosDoAtestado = {
    contratante: readContratante(r), objeto: objeto?.valor ?? null, quantidades, valor: valor?.valor ?? null, inicio: fim ? inicio : null, fim: fim?.dia ?? null,
    cat: cat ? cat[1]! : null, art: art ? art[1]!.toUpperCase() : null,
  };
  r.valores = { atestado: dados };
  r.emissor = dados.contratante.nome ?? (cat && /\bcrea\b|\bcau\b/.test(p.topo(800)) ? `Conselho profissional${r.uf ? `/${r.uf}` : ''}` : null);
  if (!r.emissor) r.lack('emissor', 'O atestado não diz, de modo reconhecível, quem o emite.');
  if (dados.inicio && dados.fim && dados.fim < dados.inicio) r.warn('periodo_invertido', 'O atestado traz um período que termina antes de começar.');
  r.setValidade(null, 'nao_vence', 'O atestado não vence.');
};

/** The holder is the one after "que a empresa" or "Contratada:". */
function readPartes(r: Rascunho): void {
  const p = r.papel;
  for (const m of p.findAll(CONTRATADA, 10)) {
    const resto = p.corrido.slice(m.fim, m.fim + 200);
    const corte = resto.search(NOME_ATE);
    if (corte < 3) continue;
    const lugar = { inicio: m.fim, fim: m.fim + corte };
    const cnpj = cnpjsDe(p).find((c) => c.inicio > lugar.inicio && c.inicio < lugar.fim + 160);
    r.titular = { nome: p.at(lugar).slice(0, 200), cnpj: cnpj?.cnpj ?? r.titular.cnpj, raiz: (cnpj?.cnpj ?? r.titular.cnpj)?.slice(0, 8) ?? null };
    r.prove('titular', { inicio: lugar.inicio, fim: cnpj?.fim ?? lugar.fim });
    return;
  }
}

function readContratante(r: Rascunho): DadosDoAtestado['contratante'] {
  const p = r.papel;
  const outros = cnpjsDe(p).filter((c) => c.cnpj !== r.titular.cnpj);
  const rotulado = p.find(CONTRATANTE);
  const antes = p.find(/\b(?:atesta(?:mos)?|declara(?:mos)?|certifica(?:mos)?)\b/);
  const desde = rotulado?.fim ?? null;
  if (desde !== null) {
    const resto = p.corrido.slice(desde, desde + 200);
    const linha = p.linhaEm(desde).fim - desde;
    const corte = resto.search(NOME_ATE);
    const lugar = { inicio: desde, fim: desde + Math.min(corte < 3 ? linha : corte, Math.max(linha, 3)) };
    r.prove('emissor', lugar);
    return { nome: p.at(lugar).slice(0, 200) || null, cnpj: outros.find((c) => c.inicio > desde && c.inicio < desde + 260)?.cnpj ?? null };
  }
  // "A PREFEITURA DE X, CNPJ …, atesta que": the one who attests stands before the verb; else the letterhead's first line.
  const frase = antes ? p.corrido.slice(Math.max(0, antes.inicio - 300), antes.inicio) : '';
  const nome = /(?:^|[.:]\s+|\s)(?:a|o)\s+([a-z][^,.;:]{5,120}?)\s*(?:,[^.;:]{0,200})?$/.exec(frase);
  if (antes && nome) {
    const inicio = antes.inicio - frase.length + nome.index + nome[0].indexOf(nome[1]!);
    const lugar = { inicio, fim: inicio + nome[1]!.length };
    const valor = p.at(lugar);
    if (/^[\p{Lu}]/u.test(valor)) {
      r.prove('emissor', lugar);
      return { nome: valor, cnpj: outros.find((c) => c.inicio < antes.inicio)?.cnpj ?? null };
    }
  }
  const primeira = p.linhaEm(p.dobrado.search(/\S/));
  const timbre = p.at(primeira);
  if (timbre.length >= 6 && timbre.length <= 120 && !/atestado|certid|declara/i.test(timbre)) {
    r.prove('emissor', primeira);
    return { nome: timbre, cnpj: outros[0]?.cnpj ?? null };
  }
  return { nome: null, cnpj: outros[0]?.cnpj ?? null };
}

function readObjeto(p: Papel): { valor: string; inicio: number; fim: number } | null {
  for (const m of p.findAll(OBJETO, 10)) {
    const resto = p.corrido.slice(m.fim, m.fim + MAX_OBJETO);
    const corte = Math.min(...[resto.search(FIM_OBJETO), m[0].includes(':') ? fimDoRotulado(p, m.fim) - m.fim : -1].filter((c) => c >= 0), Infinity);
    const lugar = { inicio: m.fim, fim: m.fim + (corte === Infinity ? Math.min(resto.length, 400) : corte) };
    const valor = p.at(lugar).replace(/[\s,:;.-]+$/, '');
    if (valor.length >= 12) return { valor, inicio: m.inicio, fim: lugar.fim };
  }
  return null;
}

const LINHA_CHEIA = 70;
/** A labelled value goes on to the next line only while its lines are full. */
function fimDoRotulado(p: Papel, desde: number): number {
  let linha = p.linhaEm(desde);
  for (let proxima = p.proximaLinha(desde); proxima && linha.fim - linha.inicio >= LINHA_CHEIA && !/[.:]$/.test(linha.dobrado.trim()); proxima = p.proximaLinha(linha.inicio)) linha = proxima;
  return linha.fim;
}

/** Quantities with a unit, from sentences and from rows of tables ("Descrição | Quantidade | Unidade" in any order). */
function readQuantidades(r: Rascunho): QuantidadeAtestada[] {
  const daTabela = readTabela(r);
  if (daTabela.length) return daTabela;
  const p = r.papel;
  return p.findAll(QUANTIDADE, MAX_QUANTIDADES).flatMap((m, i) => {
    const quantidade = parseNumeroBr(m[1]!);
    if (quantidade === null || /\b(?:prazo|vigencia|validade|dias)\b[^.;]{0,30}$/.test(p.corrido.slice(Math.max(0, m.inicio - 50), m.inicio)) || (/^mes/.test(m[2]!) && /\b(?:periodo|prazo|durante|por|pelo)\b[^.;]{0,30}$/.test(p.corrido.slice(Math.max(0, m.inicio - 40), m.inicio)))) return [];
    r.prove(`atestado.quantidades.${i}`, m);
    const [unidade, coisa] = [m[2], m[3]];
    const inicio = coisa ? m.fim - coisa.length : m.fim;
    const depois = p.corrido.slice(m.fim, m.fim + 160);
    const corte = depois.search(/[.;]|,\s+(?:e\s+)?\d|\be\s+\d|\bno\s+periodo|\bconforme\b/);
    const descricao = p.at({ inicio, fim: m.fim + (corte < 0 ? depois.length : corte) }).replace(/^(?:de|da|do)\s+/i, '').replace(/[\s,]+$/, '');
    return [{ descricao: (descricao.length >= 4 ? descricao : p.at({ inicio: m.inicio, fim: m.fim })).slice(0, 300), quantidade, unidade: unidade ? p.at({ inicio: m.fim - unidade.length, fim: m.fim }) : 'un' }];
  });
}

const COM_QTD = /\b(?:qtde?|quant(?:idade|itativo)?s?)\b/;
const COM_DESCRICAO = /\b(?:descricao|discriminacao|especificacao|servicos?|itens|item|produtos?|material|materiais|objeto)\b/;
const COM_UN = /\b(?:un|unid|unidade|und|medida)\b/;
const NUM = String.raw`(\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d+(?:,\d{1,4})?)`;
const UN = String.raw`([a-z][\w²³./]{0,14})`;
const ITEM = String.raw`^\s*(?:\d{1,4}(?:\.\d{1,4}){0,3}\.?\s+)?`;
const PRECOS = String.raw`(?:\s+(?:r\$\s*)?[\d.,]+){0,3}\s*$`;

/** Rows under a header that names what and how much. Which comes first is told by the header; readers may join cells, so rows are read as text. */
function readTabela(r: Rascunho): QuantidadeAtestada[] {
  const { fileiras } = r.papel;
  const i = fileiras.findIndex((f) => f.dobrado.length < 120 && !/[:;]/.test(f.dobrado) && COM_QTD.test(f.dobrado) && COM_DESCRICAO.test(f.dobrado));
  if (i < 0) return [];
  const titulo = fileiras[i]!.dobrado;
  const [qtd, un] = [titulo.search(COM_QTD), titulo.search(COM_UN)];
  const linha = un < 0 ? new RegExp(String.raw`${ITEM}(.{3,200}?)\s+${NUM}${PRECOS}`) : qtd < un ? new RegExp(String.raw`${ITEM}(.{3,200}?)\s+${NUM}\s+${UN}${PRECOS}`) : new RegExp(String.raw`${ITEM}(.{3,200}?)\s+${UN}\s+${NUM}${PRECOS}`);
  const saida: QuantidadeAtestada[] = [];
  for (const f of fileiras.slice(i + 1, i + 1 + MAX_QUANTIDADES)) {
    const m = linha.exec(f.dobrado);
    const [numero, unidade] = un < 0 ? [m?.[2], undefined] : qtd < un ? [m?.[2], m?.[3]] : [m?.[3], m?.[2]];
    const quantidade = numero === undefined ? null : parseNumeroBr(numero);
    if (!m || quantidade === null) {
      if (saida.length) break;
      continue;
    }
    const texto = f.celulas.map((c) => c.texto.trim()).join('  ');
    const desde = f.dobrado.indexOf(m[1]!);
    r.prove(`atestado.quantidades.${saida.length}`, r.papel.find(new RegExp(m[1]!.slice(0, 80).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, String.raw`\s+`))));
    saida.push({ descricao: texto.slice(desde, desde + m[1]!.length).trim(), quantidade, unidade: unidade ?? 'un' });
  }
  return saida;
}
