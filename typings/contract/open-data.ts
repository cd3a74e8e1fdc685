/** Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2), read-only; names and forms are the specification's. */
export type OpenStatus = 'open' | 'closed'

/** One published matter. What there is none of is null: an empty element in XML. Times are ISO 8601 with +08:00. */
export interface OpenRequest {
  /** The ticket's number, which the square shows too. */
  service_request_id: string
  status: OpenStatus
  status_notes: string
  service_name: string | null
  service_code: string | null
  /** The words that the centre approved, at most 4,000 characters. */
  description: string
  agency_responsible: string | null
  service_notice: string | null
  requested_datetime: string
  updated_datetime: string
  expected_datetime: string | null
  /** No finer than the community. */
  address: string
  address_id: string | null
  /** Never public: always null. */
  zipcode: null
  lat: null
  long: null
  media_url: string | null
}

export interface OpenService {
  service_code: string
  service_name: string
  description: string
  /** Whether it has questions of its own. */
  metadata: boolean
  type: 'realtime'
  keywords: string
  group: string
}

export interface OpenServiceDefinition {
  service_code: string
  attributes: readonly {
    variable: true
    code: string
    datatype: 'text' | 'singlevaluelist'
    required: false
    datatype_description: null
    order: number
    description: string
    values: readonly { key: string; name: string }[]
  }[]
}

export interface OpenError {
  /** The HTTP status. */
  code: number
  description: string
}

/** What of the files a reader is told. */
export interface OpenFileCard {
  /** YYYY-MM. */
  month: string
  kind: 'requests' | 'calls'
  url: string
  rows: number
  bytes: number
  /** When it was made. */
  as_of: string
  /** Calls that are in no row, as too few are like them; of `calls` only. */
  left_out: number | null
}
