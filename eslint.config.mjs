import tseslint from 'typescript-eslint'

/** Every ban carries its reason: a message that says what to do instead. */
const noValueImportsFromOutside = {
  patterns: [
    {
      group: ['**/cloudfunctions/**', '**/local/**', '**/typings/**'],
      allowTypeImports: true,
      message: 'The phone takes types only: `import type` from typings/contract, and nothing from elsewhere.',
    },
  ],
}

const pureDomain = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The domain has no clock: take `at` as a value.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The domain has no clock: take `at` as a value.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The domain makes no ids and throws no dice: take them as values.',
  },
  {
    selector: "MemberExpression[object.name='process']",
    message: 'The domain knows no process: take settings as values.',
  },
]

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      '.stage',
      'artifacts',
      'coverage',
      'miniprogram/miniprogram_npm',
      'miniprogram/oversight/chart/echarts.js',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  { files: ['cloudfunctions/domain/**'], rules: { 'no-restricted-syntax': ['error', ...pureDomain] } },
  { files: ['cloudfunctions/**'], rules: { 'no-console': ['error', { allow: ['error', 'warn', 'info'] }] } },
  {
    files: ['miniprogram/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', noValueImportsFromOutside] },
  },
)
