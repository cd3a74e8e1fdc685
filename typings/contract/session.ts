import type { DepartmentClass, Role } from './directory'
import type { Timestamp } from './time'

/** Who the phone's person is: decides which pages open first. */
export interface Session {
  displayName?: string
  posts: readonly {
    postId: string
    role: Role
    title: string
    departmentId: string
    departmentName: string
    departmentClass?: DepartmentClass
    areaId: string
    onLeave: boolean
  }[]
  tenantName: string
  directoryVersion: number
  now: Timestamp
}
