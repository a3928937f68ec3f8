'use strict';
const js = require('@eslint/js');
const tseslint = require('typescript-eslint');

// What a function may grow to, blank lines and comments aside; about 40 lines are the aim. scripts/check-layout.cjs limits files.
const sizes = {
  'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
};

const everywhere = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'prefer-const': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'no-implicit-globals': 'error',
};

const typescript = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/no-import-type-side-effects': 'error',
  // A getter or a Proxy trap is sometimes only there to be called.
  '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true }],
  // Modules above `Tensor` declare the members that they give it.
  '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
  '@typescript-eslint/no-unsafe-declaration-merging': 'off',
  '@typescript-eslint/no-extraneous-class': 'off',
  '@typescript-eslint/unified-signatures': 'off',
};

// Rules that need types; these find bugs, the rest of the typed set is taste and costs seconds.
const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
};

// Errors are made by the functions of lib/errors.ts, the one table from Python's exceptions to ours.
const errors = {
  'no-restricted-syntax': [
    'error',
    {
      selector: 'NewExpression[callee.name=/^(Torch(Error|\\w+Error)|TypeError|RangeError|SyntaxError)$/]',
      message: 'Use the functions of lib/errors.ts: runtimeError, valueError, typeError, …',
    },
  ],
};

/** What switches a rule off says why: `eslint-disable-next-line RULE -- REASON`. */
const reasons = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value))
          context.report({ loc: comment.loc, message: 'Say why the rule is switched off: `-- REASON`.' });
      }
    },
  }),
};

module.exports = tseslint.config(
  {
    ignores: [
      'node_modules/',
      'build/',
      'dist/',
      'coverage/',
      'prebuilds/',
      'runs/',
      '.venv/',
      'examples/*/node_modules/',
      'examples/*/dist/',
      'lib/ops/generated/',
    ],
  },
  js.configs.recommended,
  {
    plugins: { local: { rules: { reasons } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { ...everywhere, 'local/reasons': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: typescript,
  },
  {
    files: ['lib/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname } },
    rules: { ...sizes, ...typed },
  },
  {
    // What runs in the browser has types of its own, and markup makes functions long.
    files: ['lib/board/page/**/*.ts', 'lib/board/page/**/*.tsx'],
    languageOptions: { parserOptions: { project: './lib/board/page/tsconfig.json', tsconfigRootDir: __dirname } },
    rules: {
      ...sizes,
      ...typed,
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/errors.ts', 'lib/native/errors.ts', 'lib/board/page/**'],
    rules: errors,
  },
  {
    // A test may reach past the types to show that bad input is refused.
    files: ['test/**/*.ts', 'bench/**/*.ts', 'examples/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: Object.fromEntries(
        ['require', 'module', 'exports', '__dirname', '__filename', 'process', 'console', 'Buffer', 'URL', 'fetch']
          .concat([
            'setTimeout',
            'clearTimeout',
            'setInterval',
            'clearInterval',
            'setImmediate',
            'clearImmediate',
            'performance',
          ])
          .concat(['structuredClone', 'AbortController', 'AbortSignal', 'TextDecoder', 'TextEncoder', 'globalThis'])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['**/*.mjs'], languageOptions: { sourceType: 'module' } },
);
