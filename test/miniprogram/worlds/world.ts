import type { Answers, CloudCall } from './stand-ins'

/** A framework that can draw the app's components and pages, in a browser. */
export interface World {
  /** Draws a component of miniprogram/ alone. @param path `components/skeleton/skeleton`; @param answers what `wx` answers */
  component(path: string, properties?: Record<string, unknown>, answers?: Answers): Promise<Shown>
  /** Draws a whole page, loaded, shown and ready. */
  page(path: string, query?: Record<string, string>, answers?: Answers): Promise<Shown>
  /** Who answers `throughTest`; once. */
  connect(call: CloudCall): Promise<void>
  close(): Promise<void>
}

/** What is drawn, found by its class without the prefix that each framework puts before it, or by `wx-` tag. */
export interface Shown {
  /** Visible words of all that match, without white space. */
  texts(name: string): Promise<string[]>
  /** All visible words, without white space. */
  words(): Promise<string>
  /** Waits for the words, tells what is there instead. */
  says(words: string): Promise<void>
  count(name: string): Promise<number>
  /** As a finger does. @param words that the one to be tapped must hold */
  tap(name: string, words?: string): Promise<void>
  /** Types into a field of the component's or page's own template. */
  type(name: string, words: string): Promise<void>
  /** Changes properties of a component. */
  change(properties: Record<string, unknown>): Promise<void>
  /** Details of the component's own events so far, in order. */
  heard(event: string): Promise<unknown[]>
  /** First arguments that `wx[name]` was called with, `cloud.callFunction` included. */
  asked(name: string): Promise<unknown[]>
}
