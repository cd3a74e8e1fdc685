/** The boundaries of docs/architecture.md, checked by `npm run boundaries`. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'Law 2: the domain imports only itself and the contract.',
      severity: 'error',
      from: { path: '^cloudfunctions/domain/' },
      to: { pathNot: '^(cloudfunctions/domain/|typings/contract/)' },
    },
    {
      name: 'functions-do-not-import-each-other',
      severity: 'error',
      from: { path: '^cloudfunctions/(tickets|directory|supervision|scheduler|papers|square|open311)/' },
      to: {
        path: '^cloudfunctions/(tickets|directory|supervision|scheduler|papers|square|open311)/',
        pathNot: '^cloudfunctions/$1/',
      },
    },
    {
      name: 'product-knows-no-stage',
      comment: 'Law 3: the product never imports the stage or the tests.',
      severity: 'error',
      from: { path: '^(miniprogram|cloudfunctions|typings)/' },
      to: { path: '^(local|test)/' },
    },
    {
      name: 'phone-sees-types-only',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^(cloudfunctions|typings)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contract-stands-alone',
      severity: 'error',
      from: { path: '^typings/contract/' },
      to: { pathNot: '^typings/contract/' },
    },
    {
      name: 'stage-does-not-reach-into-the-product',
      comment:
        'The emulator and the phone run any mini-program; only the sample district and the commands know this one.',
      severity: 'error',
      from: { path: '^local/(cloudbase|simulator)/' },
      to: { path: '^(cloudfunctions|miniprogram|typings)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|artifacts|miniprogram_npm)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
