import { Module } from '@nestjs/common';
import { PncpModule } from '../pncp/pncp.module.js';
import { AcervoController } from './acervo.controller.js';
import { AcervoService } from './acervo.service.js';
import { ConsultaPncpService } from './consulta-pncp.service.js';
import { ReceberService } from './receber.service.js';

export { AcervoService } from './acervo.service.js';
export { importRegistros, type ResumoImportacao } from './importar/import-registros.js';
export { readDump } from './importar/read-dump.js';

/** Every public tender known. */
@Module({ imports: [PncpModule], controllers: [AcervoController], providers: [AcervoService, ReceberService, ConsultaPncpService], exports: [AcervoService] })
export class AcervoModule {}
