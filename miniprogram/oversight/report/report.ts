import type { ReadReport, ReadTable, ReportForm } from '../../../typings/contract/report'
import { ask, sentenceOf } from '../../services/cloud'
import { loading, loads } from '../../services/loading'
import { openFile } from '../../services/open-file'
import { momentWords } from '../../services/people-time'

const keyed = ({ rows, ...table }: ReadTable) => ({
  ...table,
  rows: rows.map((cells, row) => ({ row, cells: cells.map((text, column) => ({ column, text })) })),
})

interface Drawn extends Pick<ReadReport, 'sentences' | 'definitions'> {
  tables: ReturnType<typeof keyed>[]
}

/** A report as it was made: the same numbers as in its files. */
Page({
  ...loads,
  data: {
    ...loading(),
    name: '',
    made: '',
    report: null as Drawn | null,
    /** Which file is under way. */
    busy: '' as ReportForm | '',
    problem: '',
  },
  reportId: '',

  onLoad({ reportId = '' }: { reportId?: string }) {
    this.reportId = decodeURIComponent(reportId)
    void this.load()
  },

  onShareAppMessage() {
    const path = `/oversight/report/report?reportId=${encodeURIComponent(this.reportId)}`
    return { title: `民呼我应：${this.data.name}`, path }
  },

  async read() {
    const { name, asOf, methodVersion, sentences, tables, definitions } = await ask('supervision.report', {
      reportId: this.reportId,
    })
    return {
      name,
      made: `截至${momentWords(asOf, Date.now())}，口径第 ${methodVersion} 版。以后的变化记在下一份里。`,
      report: { sentences, tables: tables.map(keyed), definitions },
    }
  },

  async file(event: WechatMiniprogram.TouchEvent) {
    const { form } = event.currentTarget.dataset as { form: ReportForm }
    if (this.data.busy) return
    this.setData({ busy: form, problem: '' })
    try {
      const { fileId } = await ask('papers.report', { reportId: this.reportId, form })
      await openFile(fileId)
      this.setData({ busy: '' })
    } catch (error) {
      this.setData({ busy: '', problem: sentenceOf(error) })
    }
  },
})
