/** Pairs of words of our own choosing: first table must be one term, second must stay two. */
const pairs = (texto: string): [string, string][] =>
  texto.trim().split(/\s*[\n;]\s*/).filter(Boolean).map((p) => p.split('/') as [string, string]);

export const JUNTAS = pairs(`
ação/ações; prazo/prazos; contratação/contratar; contratação/contratações; licitante/licitantes; licitação/licitações; certidão/certidões; cidadão/cidadãos; item/itens; mês/meses
edital/editais; local/locais; útil/úteis; imóvel/imóveis; fase/fases; valor/valores; bem/bens; papel/papéis; vez/vezes; país/países
perfil/perfis; azul/azuis; civil/civis; lençol/lençóis; ordem/ordens; vantagem/vantagens; similar/similares; titular/titulares; parecer/pareceres; poder/poderes
preliminar/preliminares; nível/níveis; real/reais; lei/leis; fim/fins; jovem/jovens; pão/pães; mão/mãos; órgão/órgãos; gás/gases
vencedor/vencedora; vencedores/vencedora; fornecedor/fornecedores; primeiro/primeira; financeiro/financeira; engenheiro/engenheira; brasileiro/brasileiras; técnico/técnicas; eletrônico/eletrônica; público/públicas
pagar/pagamento; paga/pagamentos; pago/pagar; entregar/entrega; entrega/entregue; entregues/entregar; impugnar/impugnação; impugnado/impugnações; habilitar/habilitação; habilitado/habilitação
executar/execução; executado/executar; fornecer/fornecimento; fornecido/fornecer; assinar/assinatura; assinado/assinaturas; receber/recebimento; recebido/recebimentos; exigir/exigências; exigido/exigirá
vistoria/vistoriar; garantia/garantir; garantido/garantias; apresentação/apresentarão; apresentado/apresentem; apresentar/apresentando; substituir/substituição; substituído/substituições; subcontratação/subcontratar; subcontratado/subcontratação
envio/enviar; enviado/envio; enviou/enviar; agendo/agendamento; agendar/agendada; soma/somar; somado/somas; divulgar/divulgando; divulgação/divulgado; prorrogar/prorrogação
prorrogável/prorrogado; reajuste/reajustar; reajustável/reajustes; homologar/homologação; adjudicar/adjudicação; classificar/classificação; desclassificar/desclassificado; medir/medição; medições/medir; fiscalizar/fiscalização
credenciar/credenciamento; cadastrar/cadastramento; cadastro/cadastrado; treinar/treinamento; treinamento/treinado; instalar/instalação; montar/montagem; embalar/embalagem; transportar/transporte; descarregar/descarregado
começo/começar; comece/começou; aplicar/aplicação; aplique/aplicado; comunicar/comunicação; comunique/comunicar; multa/multar; multado/multas; atrasar/atraso; atrasado/atrasos
exequível/exequibilidade; inexequível/inexequibilidade; responsável/responsabilidade; disponível/disponibilidade; disponibilizar/disponível; eletrônico/eletronicamente; definitivo/definitivamente; provisório/provisoriamente; imediato/imediatamente; mensal/mensalmente
interrompido/interrupção; suspenso/suspensões; suspender/suspensão; rescindir/rescisão; extinto/extinção; extinguir/extinções; admitida/admissão; aderir/adesão; concluída/conclusão; corrigir/correções
devolvido/devolução; retido/retenção; reter/retenção; justificada/justificativa; reduzir/redução; produzir/produção; incluir/inclusão; excluir/exclusão; inserir/inserção; emitir/emissão
permitir/permissão; omitir/omissão; decidir/decisão; dividir/divisão; construir/construção; instruir/instrução; selecionar/seleção; sanção/sancionar; proteger/proteção; inspeção/inspecionar
vigência/vigente; vigorar/vigência; abrir/abertura; aberto/abertura; distribuir/distribuição; inscrito/inscrição; orçamento/orçado; orçar/orçamentos; documento/documentação; documental/documentos
contratual/contrato; contratuais/contratos; dois/duas; cobrar/cobrança; mudar/mudança; manter/manutenção; obter/obtenção; prever/previsto; revisar/revisão; declara/declarar
declaração/declarações; recupera/recuperação; considera/considerar; cumprir/cumprimento; descumprir/descumprimento; atestado/atestados; medicamento/medicamentos; equipamento/equipamentos; vencimento/vencimentos; lançamento/lançamentos
responder/resposta; defender/defesa; planejar/planejamento; faturar/faturamento; fatura/faturas; reservar/reserva; reservado/reservas; consorciado/consorciada; parcelar/parcelamento; reequilibrar/reequilíbrio
sigilo/sigilosa; contagem/contar; entregou/entregar; venceu/vencer; exigiu/exigir
`);

export const SEPARADAS = pairs(`
licitante/licitação; contratante/contratada; contratante/contratação; contratada/contratação; contrato/contratação; habilitação/inabilitação; classificado/desclassificado; exequível/inexequível; justificada/injustificada; exclusão/exclusiva
reajuste/ajuste; edital/edição; ata/ato; multa/múltiplo; garantia/garapa; certame/certo; medicamento/médico; equipamento/equipe; regular/regulamento; referência/referido
nota/notificação; obra/obrigação; ata/atestado; valor/validade; conta/contato; serviço/servidor; fiscal/fiscalização; parte/participação; mora/moradia; prazo/praça
emissão/omissão; inclusão/inclusive; produto/produção; vencer/vencimento; fundo/fundamento; fundo/fundação; lance/lançamento; lote/loteamento; estabelecido/estabelecimento; pavimento/pavor
cargo/carga; porto/porta; parte/partida; correr/corridos; liquidar/licitar; atestado/atesto; consultor/consulado; casa/caso; banco/banca; ponto/ponta
meio/meia; marca/marco; fornecedor/fornecimento; seguro/seguinte; execução/exequível; objeto/objetivo; registro/registrador; proposta/propósito; capital/capítulo
órgão/orçamento; pena/penhora; recurso/curso; amostra/mostra; visita/visto; item/ítalo; prova/provisório
minuta/minuto; carta/cartão; planilha/plano; sessão/seção; crédito/credenciado; fiança/fiação; chamamento/chamado; posse/possuir; contábil/conta; comunicado/comunicação
`);
