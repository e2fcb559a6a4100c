import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/index.js';
import { EmpresasService } from '../../empresas/empresas.module.js';
import type { AvisoDados } from '../domain/aviso.js';
import { compromissosDaLicitacao, compromissosDasCertidoes } from '../domain/compromissos.js';
import { readLicitacoesDeInteresse } from '../registro/read-licitacoes.js';
import type { FeedAberto } from './feeds.service.js';
import { renderAtom } from './render-atom.js';
import { renderIcs } from './render-ics.js';

const MAX_ENTRADAS = 100;
const MAX_COMPROMISSOS = 1000;

/** What is read at a secret address. */
@Injectable()
export class ConteudoService {
  constructor(private readonly fonte: DataSource, private readonly empresas: EmpresasService, @Inject(CONFIG) private readonly config: Config) {}

  async atom({ organizacaoId, empresaId }: FeedAberto): Promise<string> {
    const { perfil, cnpj, criadaEm } = await this.empresas.get(organizacaoId, empresaId);
    const avisos = await this.fonte.query<{ id: string; criado_em: Date; dados: AvisoDados }[]>(`select id, criado_em, dados from alicit.aviso where organizacao_id = $1 and empresa_id = $2 order by id desc limit ${MAX_ENTRADAS}`, [organizacaoId, empresaId]);
    return renderAtom({ empresaId, razaoSocial: perfil.razaoSocial ?? null, cnpj, avisos, desde: criadaEm, urlPublica: this.config.http.urlPublica ?? 'https://pncp.gov.br' });
  }

  async ics({ organizacaoId, empresaId }: FeedAberto, agora = new Date()): Promise<string> {
    const { perfil, cnpj, atualizadaEm } = await this.empresas.get(organizacaoId, empresaId);
    const [licitacoes, { empresa }] = [await readLicitacoesDeInteresse(this.fonte.manager, organizacaoId, empresaId), await this.empresas.snapshot(organizacaoId, empresaId)];
    const compromissos = [...licitacoes.flatMap((l) => compromissosDaLicitacao(empresaId, l, agora)), ...compromissosDasCertidoes(empresaId, empresa.documentos ?? [], atualizadaEm, agora)];
    return renderIcs({ razaoSocial: perfil.razaoSocial ?? null, cnpj, compromissos: compromissos.slice(0, MAX_COMPROMISSOS) });
  }
}
