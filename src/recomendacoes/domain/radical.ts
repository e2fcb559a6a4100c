import { stem, toSingular } from '../../portugues/index.js';

/**
 * Words of one radical that procurement keeps apart (manta/manutenção, quadra/quadro, lanche/lancha): each stays as it is, in the
 * singular. Search joins them on purpose; what is bought must not.
 */
const APARTE: ReadonlySet<string> = new Set(
  `publicacao lancha manta equipo equipe livre quadra viga vigia vigencia vigente poda podacao poder canaa monitoramento cada pratica pratico mun passo implante implementacao balanceamento consignacao dispensa dispensacao macae castro
  soldado travessa lajeado cap capa estruturacao republicacao credenciamento taxa torneado ministracao orlando gran hamburgo filme barro barroso barragem jatai estadia frete fretamento
  colete leito sal sala gelo pedra pedro site sito tendo redacao prato prata tesoura tesouro tesouraria correia rodo roda rolo rolamento rol cad temperado temperatura polo polia polimento trava trave almoxarifado fechado lixa lixamento reboco
  bote boto canoa cano torno torna tornando cancelamento livramento republicado rastreabilidade dispensado dispensar posta paciencia embarque embarcado brisa cobra cobrir permite permitindo permitir praticado praticada praticar calibre aterramento mota
  macio barramento secretario secretariado saae armando armindo arlindo cachoeira passar atuarem atuaram pouso conserva luminosa monitoria segura remo inscrita inscrito ministro ampla amplo amplamente gel estoque medici libra agendamento cimentacao caminho capeamento cavalaria chapada chapeu cremacao dente diretoria engenho escadaria
  serra serro serv sitio terreo terrea valeo memorando meia meio contido contida conter conteudo contacao contador melhor regiao governador armazenado aparelhamento assentamento nivel registro registrado modelo estudanti
  forma formosa formatura formoso moda armario arma armacao amador trator trato cor core coracao coroa prova provimento proveniente inter interacao interna interno internacao internado gerencia passarela passageiro solda pescado
  canal cana canil vala vale valor coberta cobertor piso pisar granel granja camara camareira porteiro porteira manga mangueira bolo bolsa bota botao mole molho cone conexao tela telha tinta tinto selo serie seringa gasto gesso linho linha
  usinagem recapagem malharia calca calcado calcio calcada calcamento dreno radar radio video vidraria area areia media consultorio estudio sonda planta portaria bandagem lamina suplementar mudanca muda artificio bancada bancaria auditorio religacao borracharia copa copo copia
  solar solo vida parceria parque rouparia papel papelaria veiculacao compensado compensacao estacionamento estacionaria envelope envelopamento aditivo aditivada apostila apostilamento estrutural balanca balanco alimentacao alimentar`
    .split(/\s+/),
);

/** Words that procurement uses one for another inside the name of a class ("insumos de limpeza", "artigos de limpeza"). */
const SINONIMOS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    material: 'material produto artigo item insumo suprimento', equipamento: 'equipamento aparelho maquinario', locacao: 'locacao aluguel arrendamento alugar', manutencao: 'manutencao conserto reparo reparacao', movel: 'movel mobiliario mobilia',
    limpeza: 'limpeza higienizacao', medicamento: 'medicamento remedio farmaco', via: 'via rua avenida logradouro', aluno: 'aluno estudante', gestao: 'gestao gerenciamento administracao', confeccao: 'confeccao producao', carro: 'carro automovel', criacao: 'criacao elaboracao',
  }).flatMap(([termo, palavras]) => palavras.split(' ').map((p) => [p, termo] as const)),
);

/** The term a folded word has inside the name of a class: synonyms are one. */
export const radicalDeClasse = (palavra: string): string => SINONIMOS.get(toSingular(palavra)) ?? radical(palavra);

/** The term a folded word is compared by. */
export function radical(palavra: string): string {
  const singular = toSingular(palavra);
  return APARTE.has(singular) ? singular : stem(palavra);
}
