import { Module } from '@nestjs/common';
import { OficinaModule } from '../oficina/oficina.module.js';
import { EditaisService } from './editais.service.js';
import { OcrService } from './leitura/ocr/ocr.service.js';
import { EstagiosEdital } from './estagios/estagios-edital.js';

export { EditaisService, OcrService };

/** Reading without a database: what the command line needs, and nothing of the service behind it. */
@Module({ imports: [OficinaModule], providers: [OcrService, EditaisService, EstagiosEdital], exports: [EditaisService, EstagiosEdital, OcrService] })
export class EditaisCliModule {}
