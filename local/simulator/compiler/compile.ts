import { assemble, type Bundle } from './bundle'
import { Problems } from './problems'
import { miniProgramRoot, readProject, type ProjectShape, type Unit } from './project'
import { Scripts } from './scripts'
import { Sources } from './sources'
import { Styles } from './styles'
import { checkTags } from './tags'
import { Templates, type CompiledTemplates } from './templates'

export interface CompilerOptions {
  /** Holds app.json, or a project.config.json that says where it is. */
  projectDir: string
  builtinTags: ReadonlySet<string>
}

/** Compiles one mini-program, again and again: what did not change is not compiled twice. */
export class Compiler {
  readonly sources: Sources
  private readonly appId: string
  private readonly scripts: Scripts
  private readonly templates: Templates
  private readonly styles: Styles
  private problems: Problems

  constructor(private readonly options: CompilerOptions) {
    const { root, appId } = miniProgramRoot(options.projectDir)
    this.sources = new Sources(root)
    this.appId = appId
    this.problems = new Problems(this.sources)
    const problems = () => this.problems
    this.scripts = new Scripts(this.sources, problems)
    this.templates = new Templates(this.sources, problems)
    this.styles = new Styles(this.sources, problems)
  }

  async compile(): Promise<Bundle> {
    this.sources.begin()
    this.problems = new Problems(this.sources)
    const shape = readProject(this.sources, this.problems, this.appId)
    const units = [...shape.units.values()]
    const scripts = this.scripts.collect(['app', ...units.map((unit) => unit.path)])
    const templates = this.templates.collect(units.map((unit) => unit.path))
    const modules = await scripts
    for (const unit of units) this.checkUnit(unit, shape, templates, modules)
    const styles = new Map(
      ['app', ...units.map((unit) => unit.path)].map((path) => [path, this.styles.compile(path)]),
    )
    return assemble({ shape, modules, templates, styles, problems: this.problems.list })
  }

  private checkUnit(
    unit: Unit,
    shape: ProjectShape,
    { templates }: CompiledTemplates,
    modules: ReadonlyMap<string, unknown>,
  ): void {
    if (!modules.has(`${unit.path}.ts`) && !modules.has(`${unit.path}.js`)) {
      this.problems.error(`缺少脚本 ${unit.path}.ts 或 ${unit.path}.js`, `${unit.path}.json`)
    }
    if (!templates.has(unit.path)) this.problems.error(`缺少模板 ${unit.path}.wxml`, `${unit.path}.json`)
    const seen = new Set<string>()
    const visit = (path: string): void => {
      const template = templates.get(path)
      if (!template || seen.has(path)) return
      seen.add(path)
      checkTags(this.problems, this.options.builtinTags, unit, `${path}.wxml`, template.text, template.tags)
      template.templates.forEach(visit)
    }
    visit(unit.path)
    const subpackage = shape.subpackages.find(({ root }) => unit.path.startsWith(`${root}/`))
    for (const used of Object.values(unit.using)) {
      const other = shape.subpackages.find(({ root }) => used.startsWith(`${root}/`))
      if (other && other.root !== subpackage?.root && !unit.json.componentPlaceholder) {
        this.problems.error(
          `组件 ${used} 在分包 ${other.root} 里，不能直接用在 ${unit.path}`,
          `${unit.path}.json`,
        )
      }
    }
  }
}
