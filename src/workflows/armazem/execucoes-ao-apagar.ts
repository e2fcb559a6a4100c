import { Injectable } from '@nestjs/common';
import { AoApagar } from '../../acesso/acesso.module.js';
import { ArmazensService } from './armazens.service.js';

/** What is kept of an organisation's runs goes with it. */
@Injectable()
export class ExecucoesAoApagar {
  constructor(aoApagar: AoApagar, armazens: ArmazensService) {
    aoApagar.add((m, organizacaoId) => armazens.forgetDaOrganizacao(m, organizacaoId));
  }
}
