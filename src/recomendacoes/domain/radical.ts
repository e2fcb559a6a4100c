import { stem, toSingular } from '../../portugues/index.js';

/**
 * Words of one radical that procurement keeps apart (manta/manutenção, quadra/quadro, lanche/lancha): each stays as it is, in the
 * singular. Search joins them on purpose; what is bought must not.
 */
const APARTE: ReadonlySet<string> = new Set(
  `publicacao lancha manta equipo equipe livre quadra viga vigia vigencia vigente poda podacao poder canaa monitoramento cada pratica pratico mun passo implante implementacao balanceamento consignacao dispensa dispensacao macae castro
  soldado travessa lajeado cap capa estruturacao republicacao credenciamento taxa torneado ministracao orlando gran hamburgo filme barro barroso barragem jatai caminho capeamento cavalaria chapada chapeu cremacao dente diretoria engenho escadaria
  serra serro serv sitio terreo terrea valeo memorando meia meio contido contida conter conteudo contacao contador melhor regiao governador armazenado aparelhamento assentamento nivel registro registrado modelo estudanti
  forma formosa formatura formoso moda armario arma armacao amador trator trato cor core coracao coroa prova provimento proveniente inter interacao interna interno internacao internado gerencia passarela passageiro solda pescado
  canal cana canil vala vale valor coberta cobertor piso pisar granel granja camara camareira porteiro porteira manga mangueira bolo bolsa bota botao mole molho cone conexao tela telha tinta tinto selo serie seringa gasto gesso linho linha`
    .split(/\s+/),
);

/** The term a folded word is compared by. */
export function radical(palavra: string): string {
  const singular = toSingular(palavra);
  return APARTE.has(singular) ? singular : stem(palavra);
}
