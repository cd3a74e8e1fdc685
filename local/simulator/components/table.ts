import type { Builtin } from '../runtime/builtin'
import { button } from './button'
import { canvas } from './canvas'
import { checkbox, checkboxGroup } from './checkbox'
import { coverImage, coverView } from './cover-view'
import { form } from './form'
import { icon } from './icon'
import { image } from './image'
import { input } from './input'
import { label } from './label'
import { map } from './map'
import { matchMedia } from './match-media'
import { movableArea, movableView } from './movable'
import { navigationBar } from './navigation-bar'
import { navigator } from './navigator'
import { pageMeta } from './page-meta'
import { picker } from './picker'
import { pickerView, pickerViewColumn } from './picker-view'
import { progress } from './progress'
import { radio, radioGroup } from './radio'
import { richText } from './rich-text'
import { rootPortal } from './root-portal'
import { scrollView } from './scroll-view'
import { slider } from './slider'
import { swiper, swiperItem } from './swiper'
import { switchControl } from './switch'
import { text } from './text'
import { textarea } from './textarea'
import { audio, video } from './video'
import { view } from './view'

/** Every built-in component this phone has. What is not here fails by its name, when compiled and when drawn. */
export const builtins: readonly Builtin[] = [
  view,
  text,
  image,
  icon,
  progress,
  richText,
  button,
  input,
  textarea,
  label,
  form,
  checkbox,
  checkboxGroup,
  radio,
  radioGroup,
  switchControl,
  slider,
  picker,
  pickerView,
  pickerViewColumn,
  navigator,
  scrollView,
  swiper,
  swiperItem,
  movableArea,
  movableView,
  coverView,
  coverImage,
  rootPortal,
  pageMeta,
  navigationBar,
  matchMedia,
  canvas,
  map,
  video,
  audio,
]
