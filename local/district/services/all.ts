import { civil, countryside } from './civil'
import { education } from './education'
import { environment } from './environment'
import { discipline, party, technology } from './government'
import { health } from './health'
import { housing } from './housing'
import { labour } from './labour'
import type { Matter } from './matter'
import { economy, land, law } from './order'
import { trade } from './trade'
import { transport } from './transport'
import { urban } from './urban'

/** Every 诉求类别 of the district, in the order of the taxonomy. */
export const allMatters: readonly Matter[] = [
  ...urban,
  ...housing,
  ...party,
  ...land,
  ...environment,
  ...discipline,
  ...transport,
  ...economy,
  ...technology,
  ...civil,
  ...countryside,
  ...trade,
  ...health,
  ...law,
  ...education,
  ...labour,
]
