import { evidenciaDoFato } from '../../editais/index.js';
import { formatCnpj, type Evidencia } from '../../kernel/index.js';
import { tituloDoEdital } from '../../relatorios/index.js';
import { prazoDe, type Caso } from './caso.js';
import { forte, lacuna, type Bloco, type Linha, type Trecho } from './documento.js';
import { diaDe, diaPorExtenso, instanteComSemana, limpar, nomeDoDocumento } from './palavras.js';

const NOME_LONGO = 400;

/** A text of the analysis, or the gap. */
export const ou = (valor: string | null | undefined, nome: string, maximo = NOME_LONGO): Trecho => {
  const texto = valor ? limpar(valor, maximo) : '';
  return texto ? texto : lacuna(nome);
};

export const orgaoDe = ({ analise: { fatos, licitacao } }: Caso): string | null => fatos.orgao_nome.valor ?? licitacao?.orgaoNome ?? null;

/** Who conducts the tender, by its modality (arts. 6º, LX, and 8º of Lei 14.133/2021). */
function autoridade({ analise: { regime, fatos } }: Caso): string {
  if (regime === '13303') return 'Ao Pregoeiro, à Pregoeira ou à Comissão de Licitação';
  switch (fatos.modalidade.valor) {
    case 'pregao': return 'Ao Pregoeiro ou à Pregoeira';
    case 'leilao': return 'Ao Leiloeiro ou à Leiloeira';
    case 'dialogo_competitivo': case 'concurso': return 'À Comissão de Contratação';
    default: return 'Ao Agente de Contratação ou à Comissão de Contratação';
  }
}

/** "Pregão eletrônico nº 31/2026", "Licitação" when neither is known. */
export const nomeDoEdital = (c: Caso): string => limpar(tituloDoEdital(c.analise), 200);

/** Who it is addressed to and what it is about. */
export function enderecamento(c: Caso): Bloco[] {
  const { fatos, licitacao } = c.analise;
  const processo = fatos.numero_processo.valor ?? licitacao?.numeroProcesso;
  const sessao = fatos.sessao_abertura.valor;
  const unidade = licitacao?.unidadeNome && licitacao.unidadeNome !== orgaoDe(c) ? [`, ${limpar(licitacao.unidadeNome, 200)}`] : [];
  return [
    { tipo: 'paragrafo', texto: [forte(autoridade(c))] },
    { tipo: 'ficha', pares: [
      ['Órgão', [ou(orgaoDe(c), 'nome do órgão ou entidade'), ...unidade]],
      ['Referência', [nomeDoEdital(c), ...(fatos.numero_edital.valor === null ? [', ', lacuna('número do edital')] : [])]],
      ['Processo', [ou(processo, 'número do processo')]],
      ...(licitacao?.numeroControlePNCP ? [['PNCP', [limpar(licitacao.numeroControlePNCP, 60)]] as const] : []),
      ['Objeto', [ou(fatos.objeto.valor ?? licitacao?.objeto, 'objeto da licitação', 700)]],
      ['Abertura', [sessao === null ? lacuna('data e hora da abertura') : instanteComSemana(sessao)]],
      ['Meio de envio', meioDeEnvio(c)],
    ] },
  ];
}

const EMAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+){1,5}/g;

/** The quotes that speak of how to ask or challenge. */
const trechosDoPedido = (c: Caso): readonly Evidencia[] => [prazoDe(c, c.tipo === 'impugnacao' ? 'impugnacao' : 'esclarecimento'), prazoDe(c, c.tipo === 'impugnacao' ? 'esclarecimento' : 'impugnacao')].flatMap((x) => x?.evidencias ?? []);

/** How it is sent, as far as the facts say: an address in the clause itself, else the platform, to be confirmed. */
export function meioDeEnvio(c: Caso): Linha {
  const doTexto = trechosDoPedido(c).flatMap((e) => (e.trecho.match(EMAIL) ?? []).map((email) => ({ email: email.toLowerCase(), documento: e.documento, pagina: e.pagina })));
  const [primeiro] = doTexto;
  if (primeiro) return [`e-mail ${primeiro.email} (${nomeDoDocumento(primeiro.documento)}, p. ${primeiro.pagina})`];
  const { plataforma, forma } = c.analise.fatos;
  const sistema = plataforma.valor ?? c.analise.licitacao?.plataforma ?? null;
  if (sistema === null || forma.valor === 'presencial') return [lacuna('endereço, e-mail ou sistema indicado no edital para o envio')];
  const prova = evidenciaDoFato(plataforma);
  return [`sistema ${limpar(sistema, 200)}${prova ? ` (${nomeDoDocumento(prova.documento)}, p. ${prova.pagina})` : ''}`];
}

const REPRESENTANTE = { nome: 'nome do representante legal', cargo: 'cargo do representante legal', cpf: 'CPF do representante legal' } as const;

/** "Empresa X, inscrita no CNPJ…, com sede em…, por seu representante legal…": what the profile lacks is a gap. */
export function qualificacao({ analise: { empresa } }: Caso): Linha {
  const lugar = empresa.municipio ? [`${limpar(empresa.municipio, 120)}${empresa.uf ? `/${empresa.uf}` : ''}`] : [lacuna('município e UF da sede')];
  const razao = ou(empresa.razaoSocial, 'razão social da empresa', 200);
  return [
    typeof razao === 'string' ? forte(razao) : razao, `, inscrita no CNPJ sob o nº ${formatCnpj(empresa.cnpj)}, com sede em `, lacuna('logradouro, número, bairro e CEP'), ', ', ...lugar,
    ', telefone ', lacuna('telefone'), ', e-mail ', lacuna('e-mail'), ', por seu representante legal, ', lacuna(REPRESENTANTE.nome), ', ', lacuna(REPRESENTANTE.cargo), ', inscrito(a) no CPF sob o nº ', lacuna(REPRESENTANTE.cpf),
  ];
}

/** Place, date and who signs. */
export function fecho({ analise: { empresa }, agora }: Caso): Bloco[] {
  const cidade = empresa.municipio ? `${limpar(empresa.municipio, 120)}${empresa.uf ? `/${empresa.uf}` : ''}` : null;
  return [
    { tipo: 'paragrafo', alinhado: 'direita', junto: true, texto: [cidade ?? lacuna('município e UF da sede'), `, ${diaPorExtenso(diaDe(agora))}.`] },
    { tipo: 'assinatura', linhas: [[lacuna(REPRESENTANTE.nome)], [lacuna(REPRESENTANTE.cargo)], [ou(empresa.razaoSocial, 'razão social da empresa', 200)], [`CNPJ ${formatCnpj(empresa.cnpj)}`]] },
  ];
}
