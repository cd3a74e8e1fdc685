import { serve } from '../platform/serve'
import { acknowledge } from './acknowledge'
import { advise } from './advise'
import { amendFinding } from './amend-finding'
import { answer } from './answer'
import { answerSupervision } from './answer-supervision'
import { assist } from './assist'
import { block } from './block'
import { check } from './check-reply'
import { coSign } from './co-sign'
import { coSigned } from './co-signed'
import { commit } from './commit'
import { consult } from './consult'
import { answerConsents, consents } from './consents'
import { contactResident } from './contact-resident'
import { copy } from './copy'
import { decideRework } from './decide-rework'
import { dispatch } from './dispatch'
import { erase } from './erase'
import { escalate } from './escalate'
import { evaluate } from './evaluate'
import { exempt } from './exempt'
import { expedite } from './expedite'
import { extend } from './extend'
import { fates } from './fates'
import { flagRepeat, liftRepeat } from './flag-repeat'
import { forgoPriority } from './forgo-priority'
import { fulfil } from './fulfil'
import { get } from './get'
import { handOver } from './hand-over'
import { home } from './home'
import { interview } from './interview'
import { judgeShared } from './judge-shared'
import { list } from './list'
import { look } from './look'
import { mentionable } from './mentionable'
import { merge } from './merge'
import { myRecords } from './my-records'
import { markAllRead, markRead, messages } from './messages'
import { note } from './note'
import { opine } from './opine'
import { publicationDraft } from './publication-draft'
import { publish } from './publish'
import { reach, recordPhoneTask } from './phone-tasks'
import { raise } from './raise'
import { reclassify } from './reclassify'
import { readHandover } from './read-handover'
import { recordCall } from './record-call'
import { recordFinding } from './record-finding'
import { refer } from './refer'
import { reject } from './reject'
import { recordSecondCall } from './record-second-call'
import { reopen } from './reopen'
import { reply } from './reply'
import { reportCoTask } from './report-co-task'
import { reveal } from './reveal'
import { review } from './review'
import { reviewBlock } from './review-block'
import { ruleBlock } from './rule-block'
import { ruleExtension } from './rule-extension'
import { ruleFinding } from './rule-finding'
import { ruleReturn } from './rule-return'
import { ruleTermination } from './rule-termination'
import { search } from './search'
import { sendBack } from './send-back'
import { similar } from './similar'
import { submit } from './submit'
import { supervise } from './supervise'
import { supplement } from './supplement'
import { takeBack } from './take-back'
import { terminate } from './terminate'
import { track } from './track'
import { unblock } from './unblock'
import { whistle } from './whistle'
import { withdraw } from './withdraw'
import { withhold } from './withhold'

/** 诉求: every step of the state machine, and the reads. */
export const main = serve('tickets', [
  acknowledge,
  advise,
  amendFinding,
  answer,
  answerConsents,
  answerSupervision,
  assist,
  block,
  check,
  commit,
  consents,
  consult,
  contactResident,
  copy,
  coSign,
  coSigned,
  decideRework,
  recordSecondCall,
  flagRepeat,
  liftRepeat,
  dispatch,
  erase,
  escalate,
  evaluate,
  exempt,
  expedite,
  extend,
  fates,
  fulfil,
  get,
  home,
  interview,
  judgeShared,
  list,
  markAllRead,
  markRead,
  merge,
  messages,
  myRecords,
  note,
  handOver,
  readHandover,
  mentionable,
  look,
  opine,
  publicationDraft,
  publish,
  raise,
  reach,
  reclassify,
  recordCall,
  recordFinding,
  recordPhoneTask,
  refer,
  reject,
  reopen,
  reply,
  reportCoTask,
  reveal,
  forgoPriority,
  review,
  reviewBlock,
  ruleBlock,
  ruleExtension,
  ruleFinding,
  ruleReturn,
  ruleTermination,
  search,
  sendBack,
  similar,
  submit,
  supervise,
  supplement,
  takeBack,
  terminate,
  track,
  unblock,
  whistle,
  withdraw,
  withhold,
])
