import { analyze } from '../../portugues/index.js';

/**
 * Words that bidders and editais use for the same thing: any word of a line stands for the others. Before ">" stand the
 * bidder's words alone, which an edital's clause seldom uses in that sense.
 */
const LINHAS = `
  medicamento fármaco remédio; alimento gênero alimentício comida; veículo caminhão carro automóvel; computador equipamento microcomputador; programa software sistema solução; licença subscrição assinatura
  prefeitura município contratante administração órgão entidade; banco governo > contratante administração
  contratada contratado fornecedor prestador empresa construtora; concorrente participante proponente licitante; vencedor vencedora adjudicatário arrematante; ganhar ganhei vencer > vencedor adjudicatário classificado
  enviar envio encaminhar remeter anexar inserir protocolar; mandar mando manda > enviar encaminhar apresentar; entregar apresentar; entrega fornecimento fornecer disponibilização disponibilizar; pôr colocar > inserir incluir constar informar conter
  trocar troca substituir substituição reposição repor; defeito vício avaria defeituoso danificado; estragado quebrado errado > defeito vício avaria desacordo; refazer corrigir reparar
  começar início iniciar; terminar término concluir conclusão encerramento; acabar pronta pronto > término conclusão concluído; retomar reabrir reinício
  funcionário empregado trabalhador operário colaborador; equipe pessoal profissional; engenheiro arquiteto profissional; vínculo quadro
  parceiro parceria revenda revendedor distribuidor autorizado credenciado; carta declaração; fabricante produtor
  atestado acervo cat aptidão experiência; somar somatório soma; comprovar comprovação demonstrar; quantidade quantitativo
  fatura nota fiscal; pagar pagamento liquidação; paga receber recebo > pagamento; dinheiro > pagamento moeda; parcela etapa medição; adiantado > antecipado; segurar > reter retenção
  multa penalidade sanção; punição castigo > sanção penalidade multa; infração descumprimento inadimplemento inexecução; descumprir inadimplir; atraso mora; impedido impedimento suspenso inidôneo
  rescindir rescisão extinção extinguir; cancelar romper encerrar desistir > rescisão extinção cancelamento desistência; renovar estender > prorrogar prorrogação; aumentar aumento > acréscimo aditivo; diminuir > supressão; mudar alterar alteração modificação
  reajuste reajustamento; correção atualização; índice variação; imposto tributo encargo; custo despesa
  caução garantia fiança; seguro apólice; endereço local lugar situado; dúvida esclarecimento; perguntar questionar questionamento > esclarecimento; contestar questionar > impugnar impugnação; reclamar > recurso
  lance oferta ofertar; preço valor; cotar cotação > proposta preço ofertar; baixo > inferior inexequível; desconto percentual; erro falha equívoco; apagar > excluir cancelar; errar errei > erro excluir
  visita vistoria; agendar marcar > agendamento agendar; amostra protótipo demonstração; treinamento capacitação treinar; suporte assistência atendimento; chamado incidente ocorrência
  sigilo confidencialidade confidencial; segredo > sigilo confidencialidade; vazamento > incidente segurança violação; presença comparecer permanência; presente > acompanhar presença; frequência > semanal mensal diário vezes periodicidade
  assinatura assinar; convocar convocado convocação; procuração representante procurador; autenticado autenticação cópia; senha acesso; esquecer esqueci > ausência falta; carimbo logotipo logomarca > identificação identificar timbrado
  falência concordata; subcontratar terceirizar; mei microempreendedor; microempresa epp me; balanço demonstrações contábeis; patrimônio capital; empate empatar desempate; sócio administrador dirigente; parente cônjuge parentesco
  lote grupo item; marca fabricante modelo; similar equivalente genérico; embalagem acondicionamento; frete transporte; horário expediente; fiscal gestor fiscalização; acompanhar acompanhamento
  alvará licença autorização; lixo > resíduo; entulho resíduo; acidente dano; prejuízo > dano; papéis > documento; divergência discordância contradição; prevalecer valer vale valem > validade válido vigência prevalecer; orçado estimado orçamento referência; adesão aderir carona; separado > parcelamento
  desclassificar desclassificação; eliminar excluído > desclassificado inabilitado; regularizar regularização; pendência restrição; certidão comprovante prova; regularidade regular; vencido vencida > validade irregular
  compra comprar aquisição adquirir; compra > contratação contratar; juntar agrupar aglutinação reunir; separar dividir > parcelamento parcelar divisão lote; esperar > intervalo aguardar; avisar comunicar notificar informar; dados > informação indicação
  proibido vedado vedação; permitido admitido admissível; limite máximo teto; guardar > conservar manter sigilo; devolver restituir restituição liberar liberação; completar > recompor complementar; indenização ressarcimento; culpa > responsabilidade
  provar mostrar > comprovar demonstrar; perder perco > decair decadência preclusão; recusar rejeitar rejeição; site portal sítio; site > endereço sistema plataforma; pregoeiro agente; usar uso utilizar utilização; ensinar > treinamento capacitação
  cair queda > interrupção indisponibilidade desconexão; parar paralisar paralisação suspender interrupção; consertar conserto reparo reparar; perto próximo proximidade; perto > distância raio; morar sede > sediada localizada; vencer > vencimento validade; dono > sócio proprietário
  filial sucursal; exterior > estrangeiro; idioma língua; ramo cnae atividade; planilha composição; foto fotográfico fotografia; depósito > conta bancária ordem; adiantamento antecipação antecipado; mês mensal; ano anual; semana semanal; juntos > simultâneo
  nova > constituída; repetir > novamente; combinado acordado; motivo justificativa razão; explicar > justificar esclarecimento; escolher escolha opção optar; comparar comparativo; assinante signatário; testar teste testagem ensaio; atendente suporte; telefone ligar
  custar custa > valor preço total; falido falida > falência; descontar > retenção reter retido; levar > apresentar entregar; buscar pegar > retirar retirada; tirar > retirar; durar dura > duração vigência prazo; faltar > ausência falta; demorar demora > prazo atraso
  ficar fica > localizada situada local; deixar > manter dispor; negar > recusa recusar; mentir mentira falso > falsa falsidade inidônea; sanar saneamento > corrigir; ajustar ajustada readequar adequar realinhar; checar conferir verificar conferência verificação; alugar > locação; falar > contato telefone; ver olhar conhecer > vistoria visita
  concorrer disputar > participar participação; ranking > classificação; nota > pontuação; usado > novo uso; barato > menor inferior; caro > superior maior; urgente > emergência imediato; grátis graça > gratuito ônus; xerox > cópia; cartório > firma autenticação; celular > telefone smartphone; internet > eletrônico
  salário > piso remuneração; epi > proteção individual; viagem > deslocamento diária; hotel > hospedagem; asfalto > pavimentação asfáltica usina; calçada > passeio; luz > energia elétrica iluminação; banheiro > sanitário; telhado > cobertura; chuva > climática; roubo > furto; incêndio > sinistro; backup > cópia segurança; nuvem cloud
  economizar > economia; economia > redução; gastar gasto > despesa custo; somente apenas exclusivo exclusiva; aceitar > admitir permitir; servir serve > aceitar admitir; contar > contagem; calcular > cálculo fórmula; trazer > conter constar apresentar; quadro > vínculo
  descarregar descarrego > entregar entrega recebimento; esticar estica > prorrogar prorrogação; repassar passar > subcontratar transferir cessão; dever devendo dívida > débito regularidade; aguentar suportar capacidade > mínimo; vírgula > decimal; gente pessoa > usuário participante profissional
  grana > pagamento valor; depositar deposita cai > pagamento crédito; sumir extraviar perder > extravio perda; amassado furado vazando > avariado danificado; pronta > concluída; reclamação queixa > ocorrência recurso; conserta > manutenção reparo; obrigar > obrigatório exigido; brigar briga > litígio controvérsia foro
  sujo limpar > limpeza; vizinho > terceiro; noite madrugada > noturno horário; feriado sábado domingo > expediente útil; morrer falecer > falecimento extinção; sozinho > individual; metade > percentual parcela; dobro > duas vezes; carro > veículo; loja comércio > estabelecimento; fábrica > fabricante; selo carimbo > certificado; peneirar > ensaio
  prazo dia; tempo > prazo dia hora mês; cidade região > municipal local regional; notificação comunicação intimação; divulgar publicar publicação; responder resposta; funcionar operar`;

export interface Alternativa {
  readonly termo: string;
  /** 0–1, the word itself being 1. */
  readonly peso: number;
}
const PESO = 0.55;

/** term of the question → what else may stand for it. */
const alternativas = new Map<string, Map<string, number>>();
for (const linha of LINHAS.split(/[;\n]/)) {
  const [antes = '', depois] = linha.split('>').map((p) => analyze(p));
  for (const a of antes) {
    const outras = alternativas.get(a) ?? alternativas.set(a, new Map()).get(a)!;
    for (const b of depois ?? antes) if (a !== b) outras.set(b, PESO);
  }
}

/** Weight of a synonym when the document never has the bidder's own word: it stands for it nearly whole. */
export const PESO_SEM_A_PALAVRA = 0.85;

/** The words that may stand for a term of the question. */
export const alternativasDe = (termo: string): readonly Alternativa[] => [...(alternativas.get(termo) ?? [])].map(([t, peso]) => ({ termo: t, peso }));
