import { serve } from '../platform/serve'
import { leave, setAbsence } from './absence'
import { publishCatalogue, put } from './administer'
import { calendar, reviseCalendar } from './calendar'
import { around, places } from './find-places'
import { areas, catalogue, departments, posts, rules, services } from './read'
import { code, prefill } from './code'
import { setAutoDispatch, setNotices, setSecondCalls, settings } from './settings'
import { invite, setDutyPhone, unit, units, vacate } from './staffing'
import { session } from './session'
import { suggest } from './suggest'
import { takeUp } from './take-up'

/** 目录: who I am, places, services, units; and their administration. */
export const main = serve('directory', [
  session,
  services,
  areas,
  places,
  around,
  departments,
  posts,
  catalogue,
  rules,
  suggest,
  code,
  prefill,
  put,
  publishCatalogue,
  leave,
  setAbsence,
  setAutoDispatch,
  settings,
  setNotices,
  setSecondCalls,
  calendar,
  reviseCalendar,
  units,
  unit,
  invite,
  takeUp,
  vacate,
  setDutyPhone,
])
