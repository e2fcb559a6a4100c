import { Module } from '@nestjs/common';
import { EditaisService } from './editais.service.js';

export { EditaisService };

@Module({ providers: [EditaisService], exports: [EditaisService] })
export class EditaisModule {}
