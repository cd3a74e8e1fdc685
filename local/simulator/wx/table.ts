import { animation } from './animation'
import { app } from './app'
import { appEvents } from './app-events'
import { audio } from './audio'
import { binary } from './binary'
import { canIUse } from './can-i-use'
import { canvas } from './canvas'
import { cloud } from './cloud'
import { device } from './device'
import { dialogs } from './dialogs'
import type { WxFamily } from './family'
import { documents } from './document'
import { fileSystem } from './file-system'
import { location } from './location'
import { login } from './login'
import { media } from './media'
import { navigation } from './navigation'
import { network } from './network'
import { page } from './page'
import { privacy } from './privacy'
import { queries } from './queries'
import { request } from './request'
import { settings } from './settings'
import { share } from './share'
import { storage } from './storage'
import { subscribe } from './subscribe'
import { system } from './system'
import { tabBar } from './tab-bar'

/** Every API family this phone has; later ones win over earlier ones of the same name. */
export const families: readonly WxFamily[] = [
  navigation,
  tabBar,
  page,
  app,
  appEvents,
  queries,
  animation,
  system,
  storage,
  network,
  request,
  cloud,
  login,
  privacy,
  settings,
  subscribe,
  dialogs,
  media,
  location,
  audio,
  canIUse,
  canvas,
  device,
  share,
  fileSystem,
  documents,
  binary,
]
