import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AcervoService } from '../../acervo/acervo.module.js';
import { CONFIG, type Config } from '../../config/index.js';
import { AlicitError, asErroPublico } from '../../kernel/index.js';

/** Followed tenders asked for again at PNCP, one by one: also where nothing else reads what changed there. */
@Injectable()
export class ConferirService {
  private readonly log = new Logger('licitacoes');

  constructor(private readonly fonte: DataSource, private readonly acervo: AcervoService, @Inject(CONFIG) private readonly config: Config) {}

  /** The one not seen for longest, if it is time; what changed goes the way of all changes. @returns false when there is none, or PNCP does not answer: another turn comes */
  async checkNext(sinal: AbortSignal): Promise<boolean> {
    const numero = this.config.pncp.ligado ? await this.take() : null;
    if (numero === null) return false;
    try {
      await this.acervo.refresh(numero, sinal);
      return true;
    } catch (erro) {
      if (!(erro instanceof AlicitError)) throw erro;
      this.log.warn({ numero, codigo: asErroPublico(erro).codigo }, 'licitação acompanhada não conferida no PNCP');
      return erro.tipo !== 'indisponivel';
    }
  }

  /** Not those that ended a while ago, unless suspended: nothing of theirs is waited for. */
  private async take(): Promise<string | null> {
    const [linhas] = await this.fonte.query<[{ numero: string }[], number]>(
      `update alicit.acompanhamento a set conferido_em = now()
       from (select p.id, l.numero_controle_pncp as numero from alicit.acompanhamento p join alicit.licitacao l on l.id = p.licitacao_id left join alicit.acervo_licitacao v on v.numero = l.numero_controle_pncp
             where l.numero_controle_pncp is not null and coalesce(p.conferido_em, p.criado_em) < now() - $1 * interval '1 minute' and (v.vista_em is null or v.vista_em < now() - $1 * interval '1 minute')
               and (v.encerramento is null or v.encerramento > now() - interval '3 days' or v.situacao = 'suspensa')
             order by coalesce(p.conferido_em, p.criado_em), p.id limit 1 for update of p skip locked) v
       where a.id = v.id returning v.numero /* sistema: what all follow */`, [this.config.acompanhamento.conferirMin],
    );
    return linhas[0]?.numero ?? null;
  }
}
