import { Injectable } from '@nestjs/common';
import { AoApagar } from '../acesso/acesso.module.js';
import { forgetSnapshotsDaOrganizacao } from './snapshots.js';

/** The snapshots of an organisation's runs go with it. */
@Injectable()
export class SnapshotsAoApagar {
  constructor(aoApagar: AoApagar) {
    aoApagar.add(forgetSnapshotsDaOrganizacao);
  }
}
