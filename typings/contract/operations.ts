import type { CalendarPage, ReviseCalendarInput, SetNoticesInput, SettingsPage } from './administration'
import type { DigestsOutput } from './audit'
import type { ClimbingOutput } from './climbing'
import type { CommandInputs, CommandName, SubmitInput } from './commands'
import type { Area, Catalogue, Department, PlaceAround, Post, Service } from './directory'
import type { HomePage } from './home'
import type { MessageList } from './messages'
import type { PlanInput, PlanOutput, PlansOutput } from './plans'
import type { Prefill, PrintedCode } from './printed-code'
import type { PlaceMap, PublicationDraft, PublicationList, PublicationQuery } from './publication'
import type { OwnRecords, SharedMatters } from './own-records'
import type {
  AbsenceInput,
  AnswerConsentsInput,
  ConsentInput,
  ConsentPage,
  LeavePage,
  MessageFate,
  PhoneTaskOutcome,
  Reach,
} from './notification'
import type { Session } from './session'
import type { Invitation, OnPost, PublishCatalogueInput, TakenUp, UnitPage, UnitsPage } from './staffing'
import type { ReplyCheckOutput } from './reply-check'
import type { SimilarInput, SimilarOutput } from './similar'
import type { Suggestion } from './suggestion'
import type { ReadReport, ReportBrief, ReportForm } from './report'
import type { PaperFile, TicketPaperInput } from './papers'
import type {
  CompareOutput,
  FigureQuery,
  FigureScope,
  FigureSpan,
  FlowOutput,
  OpenRatesOutput,
  OverviewOutput,
  PublishedOutput,
  RatesOutput,
  TrendOutput,
  WarningList,
} from './supervision'
import type { TicketBrief } from './ticket'
import type { LocalDate } from './time'
import type { TopicsOutput } from './topics'
import type { ListInput, Mentionable, Receipt, SearchInput, TicketList, TicketPage } from './views'

/** On which ticket; `receiptCode` is an anonymous caller's proof that it is theirs. */
interface OnTicket {
  ticketId: string
  receiptCode?: string
}

interface Operation<Input, Output> {
  input: Input
  output: Output
}

/** What a phone may ask, by `<function>.<operation>`. */
export interface Reads {
  'directory.session': Operation<object, Session>
  'directory.leave': Operation<object, LeavePage>
  'directory.setAbsence': Operation<AbsenceInput, { directoryVersion: number }>
  'directory.settings': Operation<object, SettingsPage>
  'directory.setNotices': Operation<SetNoticesInput, { directoryVersion: number }>
  'directory.setAutoDispatch': Operation<
    { autoDispatchAt?: number; directoryVersion: number },
    { directoryVersion: number }
  >
  'directory.setSecondCalls': Operation<
    { secondCallShare: number; directoryVersion: number },
    { directoryVersion: number }
  >
  'directory.calendar': Operation<object, CalendarPage>
  'directory.reviseCalendar': Operation<ReviseCalendarInput, { directoryVersion: number }>
  /** 派单目录 in force, whole. */
  'directory.catalogue': Operation<object, Catalogue>
  'directory.publishCatalogue': Operation<PublishCatalogueInput, { directoryVersion: number }>
  'directory.units': Operation<object, UnitsPage>
  'directory.unit': Operation<{ departmentId: string }, UnitPage>
  'directory.invite': Operation<OnPost & { name: string }, Invitation>
  'directory.takeUp': Operation<{ code: string }, TakenUp>
  'directory.vacate': Operation<OnPost, { directoryVersion: number }>
  'directory.setDutyPhone': Operation<OnPost & { dutyPhone: string }, { directoryVersion: number }>
  'directory.areas': Operation<{ parentId?: string }, { areas: Area[] }>
  /** By some letters of its name, however deep it lies. */
  'directory.places': Operation<
    { text: string },
    { places: { areaId: string; words: string; address: string }[] }
  >
  /** Around a point of two decimals (1 km): finer ones are refused, so that nobody but the phone knows where it is. */
  'directory.around': Operation<{ longitude: number; latitude: number }, { places: PlaceAround[] }>
  'directory.services': Operation<object, { services: Omit<Service, 'words'>[] }>
  'directory.departments': Operation<object, { departments: Department[] }>
  /** Of one unit; to staff only. */
  'directory.posts': Operation<
    { departmentId: string },
    { posts: Omit<Post, 'personId' | 'dutyPhone' | 'invitation'>[] }
  >
  'directory.code': Operation<{ areaId?: string; serviceCode?: string; address?: string }, PrintedCode>
  'directory.prefill': Operation<{ scene: string }, Prefill>
  'directory.suggest': Operation<{ subject?: string; text: string; areaId?: string }, Suggestion>
  'tickets.home': Operation<object, HomePage>
  'tickets.list': Operation<ListInput, TicketList>
  'tickets.get': Operation<OnTicket, TicketPage>
  'tickets.mentionable': Operation<{ ticketId: string }, { people: readonly Mentionable[] }>
  'tickets.track': Operation<{ receiptCode: string }, TicketPage>
  'tickets.search': Operation<SearchInput, TicketList>
  'tickets.coSigned': Operation<{ ticketId?: string; cursor?: string }, SharedMatters>
  'tickets.myRecords': Operation<{ cursor?: string }, OwnRecords>
  'tickets.similar': Operation<SimilarInput, SimilarOutput>
  'tickets.checkReply': Operation<OnTicket & { text: string }, ReplyCheckOutput>
  /** 看过了: by staff, whichever phone they hold. */
  'tickets.look': Operation<{ seen: { ticketId: string; version: number }[] }, object>
  'tickets.messages': Operation<{ cursor?: string; limit?: number }, MessageList>
  'tickets.markRead': Operation<{ messageId: string }, object>
  'tickets.publicationDraft': Operation<OnTicket & { hide?: string[] }, PublicationDraft>
  'square.list': Operation<PublicationQuery, PublicationList>
  'square.get': Operation<{ publicationId: string }, PublicationList>
  'square.places': Operation<{ streetId?: string }, PlaceMap>
  'papers.report': Operation<{ reportId: string; form: ReportForm }, PaperFile>
  'papers.ticket': Operation<TicketPaperInput, PaperFile>
  'supervision.overview': Operation<FigureScope, OverviewOutput>
  'supervision.topics': Operation<object, TopicsOutput>
  'supervision.topicTickets': Operation<{ day: LocalDate; key: string }, TicketList>
  'supervision.plans': Operation<object, PlansOutput>
  'supervision.plan': Operation<{ planId: string }, PlanOutput>
  'supervision.choosePlan': Operation<PlanInput, { planId: string }>
  'supervision.openRates': Operation<object, OpenRatesOutput>
  'supervision.dailyDigests': Operation<{ limit?: number }, DigestsOutput>
  'supervision.climbing': Operation<object, ClimbingOutput>
  'supervision.reports': Operation<object, { reports: readonly ReportBrief[] }>
  'supervision.report': Operation<{ reportId: string }, ReadReport>
  'supervision.makeReport': Operation<{ from: LocalDate; to: LocalDate }, ReportBrief>
  'supervision.rates': Operation<FigureSpan, RatesOutput>
  'supervision.trend': Operation<FigureSpan & FigureScope & { grain?: 'day' | 'period' }, TrendOutput>
  'supervision.compare': Operation<FigureSpan & { by: CompareOutput['by'] }, CompareOutput>
  'supervision.flow': Operation<FigureSpan & FigureScope, FlowOutput>
  'supervision.published': Operation<{ day?: LocalDate }, PublishedOutput>
  'supervision.warnings': Operation<{ cursor?: string; limit?: number }, WarningList>
  'supervision.list': Operation<
    | (Omit<ListInput, 'view'> & { view: 'overdue' | 'supervised' | 'all' })
    | (FigureQuery & Pick<ListInput, 'cursor' | 'limit'>),
    TicketList
  >
  'tickets.markAllRead': Operation<object, { read: number }>
  'tickets.consents': Operation<ConsentInput, ConsentPage>
  'tickets.answerConsents': Operation<AnswerConsentsInput, ConsentPage>
  'tickets.fates': Operation<{ ticketId: string }, { messages: MessageFate[] }>
  'tickets.reach': Operation<object, Reach>
  'tickets.recordPhoneTask': Operation<PhoneTaskOutcome, object>
}

type People = Exclude<CommandName, 'absorb' | 'tellByPhone' | 'wake' | 'recalculate'>

/** What a person may give as a command: with a commandId, and the version they saw. */
export type Commands = { 'tickets.submit': Operation<SubmitInput, Receipt> } & {
  [Name in People as `tickets.${Name}`]: Operation<CommandInputs[Name] & OnTicket, TicketBrief>
}

export type Operations = Reads & Commands
