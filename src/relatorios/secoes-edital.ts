import type { Analise, Verificacao } from '../analises/index.js';
import { CAMPOS, evidenciaDoFato, type Campo } from '../editais/index.js';
import { formatDinheiro, type Evidencia } from '../kernel/index.js';
import { forte, lista, p, prova, provas, selo, type Bloco, type Linha, type SecaoRelatorio, type Trecho } from './bloco.js';
import { AUSENCIA, formatFato, formatNumero, formatValor } from './formatar.js';
import { unidadesEmLinhas } from './secoes-decisao.js';
import { RESULTADO, TITULO_CAMPO } from './rotulos.js';

/** What the edital says, field by field, each with its quote. */
export function secaoFicha(a: Analise): SecaoRelatorio {
  const lidos = CAMPOS.filter((c) => a.fatos[c].valor !== null);
  const ausentes = CAMPOS.filter((c) => a.fatos[c].valor === null);
  const valor = (c: Campo): Linha => {
    const f = a.fatos[c];
    if (f.valor === null) return [AUSENCIA[f.ausencia], ...prova(f.evidencia), ...corrigidoPor(f.corrigido)];
    if (f.corrigido) return [formatFato(f), ...prova(evidenciaDoFato(f)), ...corrigidoPor(f.corrigido)];
    return [formatFato(f), ...prova(evidenciaDoFato(f)), ...(f.ocr === undefined ? [] : [' ', selo('OCR', 'atencao')]), ...(f.confianca < 0.75 ? [' ', selo('conferir', 'atencao')] : []), ...(f.alternativas?.length ? [' ', selo('há outra leitura', 'atencao')] : [])];
  };
  const corrigidos = CAMPOS.flatMap((c): Linha[] => {
    const { corrigido } = a.fatos[c];
    return corrigido ? [[forte(TITULO_CAMPO[c]), `: a leitura automática dizia “${formatFato(corrigido.leituraDaMaquina)}”`, ...prova(evidenciaDoFato(corrigido.leituraDaMaquina)), ...corrigidoPor(corrigido)]] : [];
  });
  const blocos: Bloco[] = [{ tipo: 'ficha', pares: lidos.map((c) => [TITULO_CAMPO[c], valor(c)] as const) }];
  const conflitos = lidos.flatMap((c) => {
    const f = a.fatos[c];
    return f.valor !== null && f.alternativas?.length ? [[forte(TITULO_CAMPO[c]), `: lido ${formatFato(f)}`, ...prova(evidenciaDoFato(f)), '; também consta ', ...f.alternativas.flatMap((x) => [formatValor(c, x.valor), ...prova(x), ' '])] as Linha] : [];
  });
  if (conflitos.length) blocos.push({ tipo: 'subtitulo', texto: 'Mais de uma leitura: confira' }, lista(conflitos));
  const notas = lidos.flatMap((c) => {
    const f = a.fatos[c];
    return f.valor !== null && f.nota && !f.alternativas?.length ? [[forte(TITULO_CAMPO[c]), `: ${f.nota}`] as Linha] : [];
  });
  if (notas.length) blocos.push({ tipo: 'subtitulo', texto: 'Ressalvas' }, lista(notas));
  if (corrigidos.length) blocos.push({ tipo: 'subtitulo', texto: 'Corrigido por uma pessoa' }, lista(corrigidos));
  if (ausentes.length) blocos.push({ tipo: 'subtitulo', texto: 'O que o edital não traz' }, { tipo: 'ficha', pares: ausentes.map((c) => [TITULO_CAMPO[c], valor(c)] as const) });
  return { id: 'ficha', titulo: 'Ficha do edital', blocos };
}

/** Who answers for the value, and why. */
export const corrigidoPor = (c: { readonly por: string; readonly motivo: string } | undefined): Trecho[] => (c ? [' ', selo('correção', 'atencao'), ` corrigido por ${c.por}: ${c.motivo}`] : []);

const MAX_ITENS = 400;

/** The arithmetic of the items, in a sentence; what does not agree, listed. */
function conferencia(c: Analise['conferenciaItens']): Bloco[] {
  if (!c?.itens || (!c.conferem && !c.naoConferem && c.somaConfere === null)) return [];
  const linhas = c.conferem || c.naoConferem ? `Quantidade × valor unitário dá o total em ${c.conferem} de ${c.conferem + c.naoConferem} linhas com os três valores.` : '';
  const onde = c.total?.fonte === 'tabela' ? 'o total impresso na tabela' : 'o valor estimado do edital';
  const soma = c.soma === null || c.total === null ? '' : ` A soma dos itens, ${formatDinheiro(c.soma)}, ${c.somaConfere ? 'confere com' : 'não confere com'} ${onde} (${formatDinheiro(c.total.valor)}).`;
  return [p(`${linhas}${soma}`.trim()), ...(c.divergencias.length ? [lista(c.divergencias.map((d): Linha => [d]))] : [])];
}

export function secaoItens(a: Analise): SecaoRelatorio | null {
  if (!a.itens.length && !a.decisoesPorUnidade.length) return null;
  const porUnidade = unidadesEmLinhas(a.decisoesPorUnidade, a.decisao);
  const dinheiro = (v: string | null): Linha => [v === null ? '–' : formatDinheiro(v)];
  const beneficio = { exclusiva_me_epp: 'exclusivo ME/EPP', cota_reservada: 'cota reservada', ampla: 'ampla' };
  const linhas = a.itens.slice(0, MAX_ITENS).map((i): Linha[] => [
    [i.lote ? `${i.lote} / ${i.numero}` : i.numero, ...prova(i.evidencia)], [i.descricao.slice(0, 240)], [i.quantidade === null ? '–' : formatNumero(i.quantidade), i.unidade ? ` ${i.unidade}` : ''],
    dinheiro(i.valorUnitario), [...dinheiro(i.valorTotal), ...(i.confere === false ? [' ', selo('conta não fecha', 'atencao')] : [])], [i.beneficio ? beneficio[i.beneficio] : '–'], porUnidade.get(i.lote ?? i.numero) ?? porUnidade.get(i.numero) ?? [],
  ]);
  const blocos: Bloco[] = conferencia(a.conferenciaItens);
  if (linhas.length) blocos.push({ tipo: 'tabela', cabecalho: ['Item', 'Descrição', 'Quantidade', 'Unitário', 'Total', 'Participação', 'Decisão'], larguras: [8, 28, 11, 12, 13, 12, 16], linhas });
  if (a.itens.length > MAX_ITENS) blocos.push(p(`Mostrados os primeiros ${MAX_ITENS} de ${a.itens.length} itens; a lista inteira está no JSON.`));
  if (!linhas.length) blocos.push(lista(a.decisoesPorUnidade.map((d): Linha => [forte(d.unidade.titulo), ' ', ...(porUnidade.get(d.unidade.id) ?? [])])));
  return { id: 'itens', titulo: 'Itens', blocos };
}

/** Findings to challenge or ask about, worst first; what was fine or could not be checked is summed up. */
export function secaoLegalidade(a: Analise): SecaoRelatorio {
  const achado = (v: Verificacao): Linha[] => [
    [selo(RESULTADO[v.resultado].titulo, RESULTADO[v.resultado].tom)], [forte(v.titulo), `: ${v.motivo}`, ...provas(v.evidencias), v.sugestao ? ` Sugestão: ${v.sugestao}` : ''],
    [v.dispositivo, v.nivelFonte === 'M' || v.nivelFonte === 'V2' ? ' (fonte a conferir)' : ''],
  ];
  const com = (r: Verificacao['resultado']) => a.verificacoes.filter((v) => v.resultado === r);
  const achados = [...com('violado'), ...com('indicio')];
  const blocos: Bloco[] = [achados.length ? { tipo: 'tabela', cabecalho: ['Achado', 'O que foi visto', 'Norma'], larguras: [13, 65, 22], linhas: achados.map(achado) } : p('Nenhuma verificação apontou violação ou indício.')];
  if (a.pontosAEsclarecer.length) blocos.push({ tipo: 'subtitulo', texto: 'Pontos a esclarecer com o órgão' }, lista(a.pontosAEsclarecer.map((x): Linha => [x.texto, ...prova(x.evidencia)])));
  const regulares = com('ok');
  if (regulares.length) blocos.push({ tipo: 'subtitulo', texto: 'Conferido, sem achado' }, p(`${regulares.map((v) => v.titulo).join('; ')}.`));
  const naoAferiveis = com('nao_aferivel');
  if (naoAferiveis.length) blocos.push({ tipo: 'subtitulo', texto: 'Não aferível com o que foi lido' }, lista(naoAferiveis.map((v): Linha => [forte(v.titulo), `: ${v.motivo}`])));
  return { id: 'legalidade', titulo: 'Legalidade e pontos a impugnar', blocos };
}

/** What was read, what was not, which version counts, and where sources disagree. */
export function secaoFontes(a: Analise): SecaoRelatorio {
  const classes: Readonly<Record<string, string>> = { edital: 'edital', aviso: 'aviso', tr: 'termo de referência', etp: 'estudo técnico preliminar', minuta: 'minuta', planilha: 'planilha', errata: 'errata', dfd: 'formalização da demanda', ata: 'ata', parecer: 'parecer', resultado: 'resultado', outro: 'outro' };
  const blocos: Bloco[] = [
    { tipo: 'tabela', cabecalho: ['Documento', 'Tipo', 'Páginas lidas', 'Uso'], larguras: [40, 15, 12, 33], linhas: a.documentos.map((d): Linha[] => [[d.nome], [classes[d.classe] ?? d.classe], [`${d.paginasLidas} de ${d.paginas}`, ...(d.ocr ? [` (${d.ocr.paginas.length} por OCR, confiança ${Math.round(d.ocr.confianca * 100)} %)`] : [])], [d.usado ? selo('usado', 'bom') : selo('não usado', 'neutro'), ` ${d.motivo}`]]) },
  ];
  if (a.emVigor) {
    blocos.push({ tipo: 'subtitulo', texto: 'Versão em vigor' }, p(forte(a.emVigor.documento), `: ${a.emVigor.motivo}`));
    const nome = (campo: string): string => TITULO_CAMPO[campo as Campo] ?? campo;
    if (a.emVigor.mudancas.length) blocos.push({ tipo: 'tabela', cabecalho: ['O que mudou', 'De', 'Para'], larguras: [24, 38, 38], linhas: a.emVigor.mudancas.map((m): Linha[] => [[nome(m.campo)], [m.de ?? 'não constava', ...prova(m.evidenciaDe)], [m.para ?? 'deixou de constar', ...prova(m.evidenciaPara)]]) });
  }
  if (a.divergencias.length) blocos.push({ tipo: 'subtitulo', texto: 'Divergências entre o PNCP e os documentos' }, lista(a.divergencias.map((d): Linha => [forte(TITULO_CAMPO[d.campo as Campo] ?? d.campo), `: ${d.descricao}`, ...d.valores.flatMap((v) => prova(v.evidencia))])));
  const lacunas = [...a.naoLido.map((n) => `${n.documento}${n.paginas ? `, ${n.paginas.length === 1 ? 'página' : 'páginas'} ${faixa(n.paginas)}` : ''}: ${n.motivo}`), ...a.lacunas];
  if (lacunas.length) blocos.push({ tipo: 'subtitulo', texto: 'Lacunas e premissas' }, lista(lacunas.map((t): Linha => [t])));
  return { id: 'fontes', titulo: 'Documentos, divergências e lacunas', blocos };
}

/** "3, 7 a 12" */
export function faixa(paginas: readonly number[]): string {
  const partes: string[] = [];
  for (let i = 0; i < paginas.length; i++) {
    const inicio = paginas[i]!;
    while (paginas[i + 1] === paginas[i]! + 1) i++;
    partes.push(inicio === paginas[i] ? `${inicio}` : `${inicio} a ${paginas[i]}`);
  }
  return partes.join(', ');
}

export const secaoEvidencias = (evidencias: readonly Evidencia[]): SecaoRelatorio => ({
  id: 'evidencias', titulo: 'Evidências', blocos: [{ tipo: 'tabela', cabecalho: ['Nº', 'Documento', 'Página', 'Trecho'], larguras: [5, 24, 9, 62], linhas: evidencias.map((e, i): Linha[] => [[String(i + 1)], [e.documento], [String(e.pagina), ...(e.ocr === undefined ? [] : [' ', selo('OCR', 'atencao')])], [`“${e.trecho}”`]]) }],
});
