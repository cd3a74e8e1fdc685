import type { WxFamily } from './family'
import { navigation } from './navigation'

/** Every API family this phone has; later ones win over earlier ones of the same name. */
export const families: readonly WxFamily[] = [navigation]
